import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayFact } from '../../../src/behaviour/facts/day-fact.js'
import { blockOf, gathered } from './blocks.js'

const none = () => {
  throw new Error('no customer is looked at again')
}

test('counts shopping days and squares the gaps between them', () => {
  const days = gathered(dayFact(none), 2, blockOf({ who: [0, 1, 0, 0, 0], day: [-3, 5, -3, 1, 3] }))
  expect(days).toEqual({
    count: Float64Array.of(3, 1),
    first: Float64Array.of(-3, 5),
    last: Float64Array.of(3, 5),
    squaredGaps: Float64Array.of(16 + 4, 0),
  })
})

test('days in any order give what sorted days give', () => {
  const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -9, max: 9 })), { maxLength: 30 })
  fc.assert(
    fc.property(lines, (some) => {
      const daysOf = (who: number) => some.filter(([each]) => each === who).map(([, day]) => day)
      const sorted = (wanted: Uint8Array) => {
        const lists = [0, 1, 2].map((who) => (wanted[who] === 1 ? daysOf(who).sort((a, b) => a - b) : []))
        const offsets = lists.reduce((list, each) => [...list, list.at(-1)! + each.length], [0])
        return { offsets: Float64Array.from(offsets), values: Float64Array.from(lists.flat()) }
      }
      const half = some.length >> 1
      const blocks = [some.slice(0, half), some.slice(half)].map((part) =>
        blockOf({ who: part.map(([who]) => who), day: part.map(([, day]) => day) }),
      )
      const { count, first, last, squaredGaps } = gathered(dayFact(sorted), 3, ...blocks)
      for (const who of [0, 1, 2]) {
        const days = [...new Set(daysOf(who))].sort((a, b) => a - b)
        expect(count[who]).toBe(days.length)
        if (days.length === 0) continue
        expect([first[who], last[who]]).toEqual([days[0], days.at(-1)])
        expect(squaredGaps[who]).toBe(days.slice(1).reduce((sum, day, i) => sum + (day - days[i]!) ** 2, 0))
      }
    }),
  )
})
