import { transactionsFromColumns } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactOpenings, quickOpenings } from '../../../src/behaviour/facts/order-openings.js'
import { blockOf } from './blocks.js'

const lines = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 6 })), {
  minLength: 1,
  maxLength: 40,
})

/** 1 where a line is the first of its customer with that order. */
function expected(some: readonly (readonly [number, number])[]): number[] {
  return some.map(([who, order], i) => (some.findIndex(([w, o]) => w === who && o === order) === i ? 1 : 0))
}

describe('quick openings', () => {
  test('are right where order numbers never fall, and say so where they do', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const block = blockOf({ who: some.map(([who]) => who) })
        const sure = quickOpenings(
          Int32Array.from(some, ([, order]) => order),
          4,
        )(block)
        const rises = some.every(([who, order], i) => some.slice(0, i).every(([w, o]) => w !== who || o <= order))
        expect(sure).toBe(rises)
        if (sure) expect([...block.opens.subarray(0, some.length)]).toEqual(expected(some))
      }),
    )
  })

  test('lines that do not count may fall', () => {
    const block = blockOf({ who: [1, 1, 0] })
    expect(quickOpenings(Int32Array.of(5, 3, 2), 1)(block)).toBe(true)
    expect(block.opens[2]).toBe(1)
  })
})

describe('exact openings', () => {
  test.each(['order', 'time'])('are right in any log, by %s', (by) => {
    fc.assert(
      fc.property(lines, (some) => {
        const log = transactionsFromColumns({
          customer: some.map(([who]) => who),
          time: some.map(([, order]) => order),
          amount: some.map(() => 1),
          ...(by === 'order' && { order: some.map(([, order]) => order) }),
        })
        const openings = exactOpenings(log, 4)
        const half = some.length >> 1
        const opens = [some.slice(0, half), some.slice(half)].flatMap((part, i) => {
          const block = blockOf({ who: part.map(([who]) => who) }, i * half)
          expect(openings(block)).toBe(true)
          return [...block.opens.subarray(0, part.length)]
        })
        expect(opens).toEqual(expected(some))
      }),
    )
  })
})
