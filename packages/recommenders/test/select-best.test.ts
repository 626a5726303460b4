import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { selectBest } from '../src/select-best.js'

test('gives the best that are allowed, lower positions first among equals', () => {
  const scores = Float64Array.of(1, 3, 3, 0, 2)
  const rules = { n: 2, allows: (position: number) => position !== 1 }
  expect(selectBest(scores, 0, rules).indices).toEqual(Int32Array.of(2, 4))
})

test('has n products whenever n are eligible, and they are the first n of a full sort', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -3, max: 3 })),
      fc.array(fc.boolean()),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(0, -Infinity),
      fc.option(fc.uniqueArray(fc.nat(9)), { nil: undefined }),
      (scores, refused, n, above, some) => {
        const among = some && Int32Array.from(some.filter((position) => position < scores.length)).sort()
        const allows = (position: number) => refused[position] !== true
        const expected = [...scores.keys()]
          .filter((position) => scores[position]! > above && allows(position) && (among?.includes(position) ?? true))
          .sort((a, b) => scores[b]! - scores[a]! || a - b)
        const got = selectBest(Float64Array.from(scores), above, { n, allows, among })
        expect(Array.from(got.indices)).toEqual(expected.slice(0, n))
      },
    ),
  )
})

test('rules are not asked about what is not good enough', () => {
  const allows = vi.fn(() => true)
  selectBest(Float64Array.of(3, 1, 2, 4, 0), 0, { n: 1, allows })
  expect(allows.mock.calls).toEqual([[0], [3]])
})
