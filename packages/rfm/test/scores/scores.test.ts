import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoresOf } from '../../src/scores/scores.js'

test('a value equal to a cut falls in the lower bin', () => {
  expect([...scoresOf([9, 10, 11, 20, 21], [10, 20], 'highest')]).toEqual([1, 1, 2, 2, 3])
})

test('is turned round when the lowest values are best', () => {
  expect([...scoresOf([9, 10, 11, 20, 21], [10, 20], 'lowest')]).toEqual([3, 3, 2, 2, 1])
})

test('equal cuts leave the scores between them empty', () => {
  expect([...scoresOf([1, 2, 5], [1, 1, 3], 'highest')]).toEqual([1, 3, 4])
})

test('is 1 plus the number of cuts below the value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 })),
      fc.array(fc.integer({ min: -9, max: 9 })),
      (values, some) => {
        const cuts = [...some].sort((a, b) => a - b)
        expect([...scoresOf(values, cuts, 'highest')]).toEqual(
          values.map((value) => 1 + cuts.filter((cut) => cut < value).length),
        )
      },
    ),
  )
})
