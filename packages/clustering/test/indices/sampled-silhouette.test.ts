import { openPool } from '@clientele/compute'
import { expect, test } from 'vitest'
import { sampledSilhouette, sampledSilhouetteAsync, silhouette } from '../../src/index.js'
import { blobs, mean, repeated } from './labelled.js'

const { points, labels } = blobs(5, 700, 3, 4)

test('each row drawn has its exact silhouette, and their mean is the answer', () => {
  const all = silhouette(points, labels)
  const { rows, values, mean: found } = sampledSilhouette(points, labels, { seed: 1, sample: 50 })
  expect(rows).toHaveLength(50)
  rows.forEach((row, i) => expect(values[i]).toBe(all.values[row]))
  expect(found).toBeCloseTo(mean([...values]), 14)
})

test('the mean of all rows lies within two standard errors in about 95 of 100 samples', () => {
  const { mean: truth } = silhouette(points, labels)
  const found = Array.from({ length: 300 }, (_, seed) => sampledSilhouette(points, labels, { seed, sample: 100 }))
  const within = found.filter(({ mean, standardError }) => Math.abs(mean - truth) <= 2 * standardError)
  expect(within.length).toBeGreaterThan(300 * 0.91)
  expect(within.length).toBeLessThan(300 * 0.99)
  // Not biased, and the standard error is the deviation of the means.
  const means = found.map((each) => each.mean)
  const deviation = Math.sqrt(mean(means.map((each) => (each - truth) ** 2)))
  expect(Math.abs(mean(means) - truth)).toBeLessThan((3 * deviation) / Math.sqrt(300))
  expect(deviation / mean(found.map((each) => each.standardError))).toBeCloseTo(1, 0.7)
})

test('a sample of all rows leaves nothing to err about', () => {
  const all = silhouette(points, labels)
  const { mean, standardError, rows } = sampledSilhouette(points, labels, { seed: 1, sample: 5000 })
  expect(mean).toBeCloseTo(all.mean, 13)
  expect(standardError).toBe(0)
  expect(rows).toEqual(Int32Array.from(labels.keys()))
})

test('a row of weight 3 is drawn like three rows', () => {
  const weights = labels.map((_, row) => 1 + (row % 3))
  const weighted = sampledSilhouette(points, labels, { seed: 4, sample: 80, weights })
  const given = sampledSilhouette(repeated(points, weights), repeated(labels, weights), { seed: 4, sample: 80 })
  const origin = repeated([...labels.keys()], weights)
  expect([...weighted.rows]).toEqual(Array.from(given.rows, (row) => origin[row]))
  expect(weighted.mean).toBeCloseTo(given.mean, 12)
  expect(weighted.standardError).toBeCloseTo(given.standardError, 12)
})

test('rows without a cluster are never drawn', () => {
  const some = labels.map((label, row) => (row % 2 === 0 ? -1 : label))
  const { rows } = sampledSilhouette(points, some, { seed: 2, sample: 200 })
  expect(rows.every((row) => row % 2 === 1)).toBe(true)
})

test('the distance is the one asked for', () => {
  const { values } = silhouette(points, labels, { distance: 'manhattan' })
  const sampled = sampledSilhouette(points, labels, { seed: 1, sample: 5, distance: 'manhattan' })
  expect(Array.from(sampled.values)).toEqual(Array.from(sampled.rows, (row) => values[row]))
})

test('workers give the same bits', async () => {
  const pool = openPool({ workers: 2 })
  const options = { seed: 9, sample: 300 }
  expect(await sampledSilhouetteAsync(points, labels, { ...options, pool })).toEqual(
    sampledSilhouette(points, labels, options),
  )
  await pool.close()
})

test.each([
  [{}, new TypeError('sampledSilhouette: seed must be a string or a finite number, got undefined')],
  [{ seed: 1, sample: 1 }, new RangeError('sampledSilhouette: sample must be at least 2, got 1')],
])('options %j are refused', (options, error) => {
  expect(() => sampledSilhouette(points, labels, options as { seed: number })).toThrow(error)
})
