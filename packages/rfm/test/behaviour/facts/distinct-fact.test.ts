import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctFact } from '../../../src/behaviour/facts/distinct-fact.js'
import { blockOf, gathered } from './blocks.js'

/** It keeps a table of its own. */
const noRoom = { numbers: new Float64Array(0), stride: 0, at: 0, customers: 0 }

const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 69 })), {
  maxLength: 80,
})

test.each([
  { tableBytes: 2 ** 20, title: 'in one pass' },
  { tableBytes: 24, title: 'two customers a pass' },
  { tableBytes: 1, title: 'one customer a pass' },
])('counts the different values of each customer, $title', ({ tableBytes }) => {
  fc.assert(
    fc.property(lines, (some) => {
      const block = blockOf({ who: some.map(([who]) => who) })
      const product = Int32Array.from(some, ([, value]) => value)
      const fact = distinctFact(product, undefined, 70, 5, (each) => each.add(block, noRoom), tableBytes)
      const count = gathered(fact, 5, block)
      for (let who = 0; who < 5; who++) {
        expect(count[who]).toBe(new Set(some.filter(([each]) => each === who).map(([, value]) => value)).size)
      }
      expect(count).toHaveLength(5)
    }),
  )
})

test('a product may stand for a value, or for none', () => {
  const block = blockOf({ who: [0, 0, 0, 1, 1] })
  const valueOf = Int32Array.of(0, 0, 1, -1)
  const fact = distinctFact(Int32Array.of(0, 1, 2, 3, 3), valueOf, 2, 2, (each) => each.add(block, noRoom))
  expect([...gathered(fact, 2, block)]).toEqual([2, 0])
})
