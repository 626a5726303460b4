import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeRanks } from '../src/place-ranks.js'

/** Values, and their ranks that are asked for. */
const cases = fc
  .tuple(
    fc.oneof(
      fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 500 }),
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 500 }),
    ),
    fc.array(fc.nat(), { maxLength: 9 }),
  )
  .map(([values, ranks]) => {
    const distinct = new Set(ranks.map((rank) => rank % values.length))
    return { values: values.map((value) => value + 0), ranks: [...distinct].sort((a, b) => a - b) }
  })

function expectPlaced(values: readonly number[], ranks: readonly number[]) {
  const moved = Float64Array.from(values)
  const sorted = Float64Array.from(values).sort()
  placeRanks(moved, ranks)
  expect(ranks.map((rank) => moved[rank])).toEqual(ranks.map((rank) => sorted[rank]))
  expect(moved.sort()).toEqual(sorted)
}

test('each rank holds what it holds in ascending order, and no number is lost', () => {
  fc.assert(fc.property(cases, ({ values, ranks }) => expectPlaced(values, ranks)))
})

test.each<[string, (i: number) => number]>([
  ['ascending', (i) => i],
  ['descending', (i) => -i],
  ['equal', () => 5],
  ['one of two', (i) => i & 1],
  ['like the pipes of an organ, which split so badly that the rest is sorted', (i) => Math.min(i, 5000 - i)],
  ['a saw', (i) => i % 70],
])('places ranks of values that are %s', (_, valueOf) => {
  expectPlaced(
    Array.from({ length: 5000 }, (_, i) => valueOf(i)),
    [0, 1000, 1001, 2500, 4999],
  )
})
