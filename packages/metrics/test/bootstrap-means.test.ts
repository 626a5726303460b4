import { quantiles, random } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bootstrapMeans } from '../src/bootstrap-means.js'

test('the interval is that of the exact distribution of resamples, where it is known', () => {
  // Of 4 rows one is 1: the sum of a resample is binomial (4, 1/4). P(at most 2) = 0.949, P(at most 3) = 0.996.
  expect(bootstrapMeans([[0, 0, 1, 0]])).toEqual([{ mean: 0.25, low: 0, high: 0.75 }])
  // With 0.9 the upper end is the 0.95 quantile of a binomial (5, 1/5): P(at most 1) = 0.737, P(at most 2) = 0.942.
  expect(bootstrapMeans([[0, 1, 0, 0, 0]], { resamples: 20_000, confidence: 0.9 })[0]!.high).toBe(0.6)
})

test('every row is drawn equally often, the last of an odd number too', () => {
  const rows = 7
  const one = (row: number) => Array.from({ length: rows }, (_, r) => (r === row ? 1 : 0))
  // binomial (7, 1/7): P(0) = 0.34, P(at most 2) = 0.93, P(at most 3) = 0.989
  for (let row = 0; row < rows; row++) {
    expect(bootstrapMeans([one(row)], { resamples: 2000 })).toEqual([{ mean: 1 / 7, low: 0, high: 3 / 7 }])
  }
})

test('the width for many rows is that of the normal law', () => {
  const stream = random('width')
  const values = Float64Array.from({ length: 2000 }, () => 5 + stream.normal())
  const mean = values.reduce((a, b) => a + b) / 2000
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2000)
  const [estimate] = bootstrapMeans([values], { resamples: 4000 })
  const halfWidth = (1.959964 * deviation) / Math.sqrt(2000)
  expect(Math.abs(estimate!.high - (mean + halfWidth))).toBeLessThan(0.08 * halfWidth)
  expect(Math.abs(estimate!.low - (mean - halfWidth))).toBeLessThan(0.08 * halfWidth)
})

test('about 95 of 100 intervals contain the true mean', () => {
  const stream = random('skewed')
  const trials = 400
  let contained = 0
  for (let trial = 0; trial < trials; trial++) {
    // Skewed like a metric: most customers 0, some up to 1; the true mean is 0.3 × 0.5.
    const values = Float64Array.from({ length: 150 }, () => (stream.next() < 0.3 ? stream.next() : 0))
    const { low, high } = bootstrapMeans([values], { seed: trial, resamples: 300 })[0]!
    if (low <= 0.15 && 0.15 <= high) contained++
  }
  // Three and a half standard errors of a share of 400 about 0.945.
  expect(contained / trials).toBeGreaterThan(0.905)
  expect(contained / trials).toBeLessThan(0.985)
})

test('a mean lies in its interval, and the interval between the lowest and highest number', () => {
  const column = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(column, fc.integer(), (values, seed) => {
      const [{ mean, low, high }] = bootstrapMeans([values], { seed, resamples: 200 }) as [any]
      expect(mean).toBeCloseTo(values.reduce((a, b) => a + b) / values.length, 12)
      expect(low).toBeLessThanOrEqual(mean + 1e-12)
      expect(high).toBeGreaterThanOrEqual(mean - 1e-12)
      expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12)
      expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-12)
    }),
    { numRuns: 50 },
  )
})

test('columns share their draws, and do not change one another', () => {
  const column = Float64Array.from({ length: 50 }, (_, i) => (i % 3 === 0 ? i : 0))
  const [alone] = bootstrapMeans([column])
  const [first, zeros, doubled] = bootstrapMeans([column, column.map(() => 0), column.map((value) => 2 * value)])
  expect(first).toEqual(alone)
  expect(zeros).toEqual({ mean: 0, low: 0, high: 0 })
  expect(doubled).toEqual({ mean: 2 * alone!.mean, low: 2 * alone!.low, high: 2 * alone!.high })
})

test('the same seed gives the same bits, another seed others', () => {
  const column = Float64Array.from({ length: 200 }, (_, i) => Math.sin(i))
  expect(bootstrapMeans([column], { seed: 3 })).toEqual(bootstrapMeans([column], { seed: 3 }))
  expect(bootstrapMeans([column], { seed: 3 })).not.toEqual(bootstrapMeans([column], { seed: 4 }))
  expect(bootstrapMeans([column])).toEqual(bootstrapMeans([column], { seed: 0, resamples: 1000, confidence: 0.95 }))
})

test('more confidence is a wider interval around the same mean', () => {
  const column = Float64Array.from({ length: 100 }, (_, i) => i / 100)
  const [narrow] = bootstrapMeans([column], { confidence: 0.5 })
  const [wide] = bootstrapMeans([column], { confidence: 0.99 })
  expect(wide!.mean).toBe(narrow!.mean)
  expect(wide!.low).toBeLessThan(narrow!.low)
  expect(wide!.high).toBeGreaterThan(narrow!.high)
  expect(quantiles(column, [0.5])[0]).toBeCloseTo(narrow!.mean, 12)
})

test('what cannot be resampled is refused', () => {
  expect(() => bootstrapMeans([[]])).toThrow(
    new RangeError('bootstrapMeans: columns[0].length must be at least 1, got 0'),
  )
  expect(() => bootstrapMeans([[1], [1, 2]])).toThrow('bootstrapMeans: columns[1].length must be 1, one per row, got 2')
  expect(() => bootstrapMeans([[1, NaN]])).toThrow('bootstrapMeans: columns[0][1] must be finite, got NaN')
  expect(() => bootstrapMeans([[1]], { resamples: 99 })).toThrow(
    'bootstrapMeans: resamples must be at least 100, got 99',
  )
  expect(() => bootstrapMeans([[1]], { confidence: 1 })).toThrow(
    'bootstrapMeans: confidence must be between 0 and 1, got 1',
  )
  expect(() => bootstrapMeans([[1]], { seed: NaN })).toThrow(
    'random: seed must be a string or a finite number, got NaN',
  )
})
