import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairedTTest, permutationTest, wilcoxonSignedRank } from '../../src/index.js'

const pairs = hasShared ? reference('statistics').pairedSamples : []

test('of two degrees of freedom t has a closed form', () => {
  const { statistic, pValue } = pairedTTest([1, 2, 4], [0, 2, 2])
  expect(statistic).toBeCloseTo(Math.sqrt(3), 12)
  expect(pValue).toBeCloseTo(1 - Math.sqrt(3 / 5), 12)
})

test('ranks of equal sizes are shared and differences of 0 left out', () => {
  // Differences 1, 2, -1, 4, 0: ranks 1.5, 3, 1.5, 4.
  // Of the 16 ways to set signs the rank sums 0, 1.5 and 1.5 are as small as 1.5; twice, for the other side.
  const exact = wilcoxonSignedRank([1, 2, 4, 5, 7], [0, 0, 5, 1, 7])
  expect(exact).toEqual({ statistic: 1.5, pValue: 2 * (3 / 16) })
  const normal = wilcoxonSignedRank([1, 2, 4, 5, 7], [0, 0, 5, 1, 7], { method: 'normal' })
  expect(normal.statistic).toBe(1.5)
  expect(normal.pValue).toBeGreaterThan(0.19)
  expect(normal.pValue).toBeLessThan(0.21)
})

test('with few pairs the permutation test comes close to counting all signs', () => {
  const a = [3, 1, 4, 1, 5, 9, 2, 6]
  const b = [2, 2, 1, 0, 3, 4, 4, 1]
  const differences = a.map((value, i) => value - b[i]!)
  const observed = Math.abs(differences.reduce((sum, each) => sum + each, 0))
  let asLarge = 0
  for (let signs = 0; signs < 256; signs++) {
    const sum = differences.reduce((total, each, i) => total + ((signs >> i) & 1 ? each : -each), 0)
    asLarge += Math.abs(sum) >= observed ? 1 : 0
  }
  expect(permutationTest(a, b, { seed: 1 }).pValue).toBeCloseTo(asLarge / 256, 1.7)
  expect(permutationTest(a, b, { seed: 1 })).toEqual(permutationTest(a, b, { seed: 1 }))
})

test('equal numbers are no difference', () => {
  const same = [0.1, 0.2, 0.3]
  for (const each of [pairedTTest(same, same), wilcoxonSignedRank(same, same), permutationTest(same, same)]) {
    expect(each).toEqual({ statistic: 0, pValue: 1 })
  }
  expect(pairedTTest([1, 2], [0, 1])).toEqual({ statistic: Infinity, pValue: 0 })
})

test('turning the pairs round turns t round and leaves every p', () => {
  const numbers = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 2 })
  fc.assert(
    fc.property(numbers, (both) => {
      const a = both.map(([first]) => first)
      const b = both.map(([, second]) => second)
      expect(pairedTTest(b, a).pValue).toBeCloseTo(pairedTTest(a, b).pValue, 12)
      expect(wilcoxonSignedRank(b, a)).toEqual(wilcoxonSignedRank(a, b))
      const { pValue } = permutationTest(a, b, { permutations: 100 })
      expect(pValue).toBeGreaterThan(0)
      expect(pValue).toBeLessThanOrEqual(1)
    }),
    { numRuns: 50 },
  )
})

test.skipIf(!hasShared)('t and Wilcoxon are those of scipy', () => {
  expect(pairs.length).toBeGreaterThan(2)
  const relative = (got: number, expected: number) => Math.abs(got - expected) / Math.max(1e-300, Math.abs(expected))
  expect(
    Array.from(pairs, (pair: { wilcoxonExact?: unknown }) => pair.wilcoxonExact).filter(Boolean).length,
  ).toBeGreaterThan(2)
  for (const { name, a, b, pairedT, wilcoxonApproximate, wilcoxonApproximateCorrected, wilcoxonExact } of pairs) {
    if (pairedT) {
      expect(relative(pairedTTest(a, b).statistic, pairedT.statistic), name).toBeLessThan(1e-9)
      expect(relative(pairedTTest(a, b).pValue, pairedT.pValue), name).toBeLessThan(1e-8)
    }
    if (!wilcoxonApproximate) continue
    expect(wilcoxonSignedRank(a, b).statistic, name).toBe(wilcoxonApproximate.statistic)
    expect(
      relative(wilcoxonSignedRank(a, b, { method: 'normal' }).pValue, wilcoxonApproximate.pValue),
      name,
    ).toBeLessThan(1e-8)
    const corrected = wilcoxonSignedRank(a, b, { method: 'normal', correction: true }).pValue
    expect(relative(corrected, wilcoxonApproximateCorrected.pValue), name).toBeLessThan(1e-8)
    if (!wilcoxonExact) continue
    expect(wilcoxonSignedRank(a, b), name).toEqual(wilcoxonSignedRank(a, b, { method: 'exact' }))
    expect(relative(wilcoxonSignedRank(a, b).pValue, wilcoxonExact.pValue), name).toBeLessThan(1e-9)
  }
})

test('from 51 differences on p is approximated unless asked otherwise', () => {
  const a = Array.from({ length: 51 }, (_, i) => (i % 3 === 0 ? -1 : 1) * (i + 1))
  const b = a.map(() => 0)
  const { pValue } = wilcoxonSignedRank(a, b)
  expect(pValue).toBe(wilcoxonSignedRank(a, b, { method: 'normal' }).pValue)
  expect(pValue).not.toBe(wilcoxonSignedRank(a, b, { method: 'exact' }).pValue)
  expect(wilcoxonSignedRank(a, b, { method: 'exact' }).pValue).toBeCloseTo(pValue, 2)
})

test('names what is wrong', () => {
  expect(() => pairedTTest([1], [1])).toThrow(new RangeError('pairedTTest: a.length must be at least 2, got 1'))
  expect(() => wilcoxonSignedRank([1, 2], [1])).toThrow('wilcoxonSignedRank: b.length must be 2, one per number of a')
  expect(() => wilcoxonSignedRank([1, 2], [1, 3], { method: 'auto' as never })).toThrow(
    'wilcoxonSignedRank: method must be one of "exact", "normal", got "auto"',
  )
  expect(() => permutationTest([1, NaN], [1, 2])).toThrow('permutationTest: a[1] must be finite, got NaN')
  expect(() => permutationTest([1, 2], [1, 2], { permutations: 5 })).toThrow('permutations must be at least 100, got 5')
})
