import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signedRankTail } from '../../src/comparison/signed-rank-tail.js'

test('of three ranks each sum of a subset counts once among eight', () => {
  const upTo = [0, 1, 2, 3, 4, 5, 6].map((sum) => signedRankTail([1, 2, 3], sum) * 8)
  expect(upTo).toEqual([1, 2, 3, 5, 6, 7, 8])
})

test('is the table value: of 10 ranks a sum of at most 8 has 25 in 1024', () => {
  // Tabled as 0.0244 one-sided, so that 8 is the critical value at 5 % on two sides.
  expect(signedRankTail([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 8)).toBe(25 / 1024)
})

test('is the share of all sign patterns, shared ranks included', () => {
  const rank = fc.integer({ min: 1, max: 12 }).map((doubled) => doubled / 2)
  fc.assert(
    fc.property(fc.array(rank, { minLength: 1, maxLength: 9 }), fc.nat({ max: 60 }), (ranks, doubled) => {
      let asSmall = 0
      for (let signs = 0; signs < 2 ** ranks.length; signs++) {
        const sum = ranks.reduce((total, each, i) => total + ((signs >> i) & 1 ? each : 0), 0)
        asSmall += sum <= doubled / 2 ? 1 : 0
      }
      expect(signedRankTail(ranks, doubled / 2)).toBeCloseTo(asSmall / 2 ** ranks.length, 14)
    }),
  )
})
