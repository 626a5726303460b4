import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daviesBouldin, kmeans } from '../../src/index.js'
import { scoreCells } from '../points.js'
import { scaledLogarithms } from '../retail.js'
import { blobs, distance, groups, labelled, mean, meanRow, repeated, type Labelled } from './labelled.js'

/** Straight from the definition. */
function oracle(made: Labelled): number {
  const clusters = groups(made).map((rows) => {
    const middle = meanRow(rows)
    return { middle, width: mean(rows.map((row) => distance(row, middle))) }
  })
  const worst = clusters.map((one) =>
    Math.max(
      ...clusters
        .filter((other) => other !== one)
        .map((other) => (one.width + other.width) / distance(one.middle, other.middle)),
    ),
  )
  return mean(worst)
}

test('three clusters on a line, by hand', () => {
  // means 1, 5, 20, widths 1, 1, 2: the first two are most like each other (2 / 4), the third the second (3 / 15)
  const points = [[0], [2], [4], [6], [18], [22]]
  expect(daviesBouldin(points, [0, 0, 1, 1, 2, 2])).toBeCloseTo((0.5 + 0.5 + 0.2) / 3, 15)
})

test('is what the definition says', () => {
  for (let seed = 0; seed < 10; seed++) {
    const made = blobs(seed, 60, 3, 5)
    expect(daviesBouldin(made.points, made.labels) / oracle(made)).toBeCloseTo(1, 12)
  }
})

test('a row of weight 2 is a row given twice', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 25, maxLength: 25 })
  fc.assert(
    fc.property(labelled, weights, ({ points, labels }, all) => {
      const own = all.slice(0, points.length)
      const weighted = daviesBouldin(points, labels, { weights: own })
      const given = daviesBouldin(repeated(points, own), repeated(labels, own))
      // Means that coincide may be a rounding apart: then both are beyond all measure.
      expect(Math.min(weighted, given) > 1e12 || Math.abs(weighted - given) <= 1e-9 * given).toBe(true)
    }),
  )
})

test('neither a common factor nor a shift nor other labels change it', () => {
  const { points, labels } = blobs(1, 50, 2, 3)
  const moved = points.map((row) => row.map((value) => 8 * value + 1000))
  const renamed = labels.map((label) => 9 - label)
  expect(daviesBouldin(moved, renamed)).toBeCloseTo(daviesBouldin(points, labels), 9)
})

test('rows without a cluster take no part', () => {
  expect(daviesBouldin([[1], [77], [2], [8], [9]], [0, -1, 0, 1, 1])).toBe(1 / 7)
})

test('clusters without width are perfectly apart, clusters around one point cannot be told apart', () => {
  expect(daviesBouldin([[1], [1], [2]], [0, 0, 1])).toBe(0)
  expect(daviesBouldin([[1], [3], [2], [2]], [0, 0, 1, 1])).toBe(Infinity)
  expect(daviesBouldin([[1], [1], [1]], [0, 0, 1])).toBe(Infinity)
})

test('errors name it', () => {
  expect(() => daviesBouldin([[1], [2]], [0, 0])).toThrow(
    new RangeError('daviesBouldin: labels must hold at least 2 clusters, got 1'),
  )
})

describe.skipIf(!hasShared)('is that of scikit-learn', () => {
  test('on the scores of Online Retail II', () => {
    const { points, weights } = scoreCells()
    for (const { k, centroids, daviesBouldin: expected } of reference('clustering').kmeansOnScores.slice(1, 6)) {
      const { labels } = kmeans(points, k, { initial: centroids, weights })
      expect(daviesBouldin(points, labels, { weights })).toBeCloseTo(expected, 9)
    }
  })

  test('on the scaled logarithms of 5,878 customers', async () => {
    const points = await scaledLogarithms()
    for (const { k, centroids, daviesBouldin: expected } of reference('clustering').kmeansOnScaledLog.slice(1, 4)) {
      const { labels } = kmeans(points, k, { initial: centroids })
      expect(daviesBouldin(points, labels)).toBeCloseTo(expected, 9)
    }
  })

  test('on iris', () => {
    const { points, kmeans: runs } = reference('clustering-iris')
    for (const { k, centroids, daviesBouldin: expected } of runs.slice(1, 6)) {
      const { labels } = kmeans(points, k, { initial: centroids })
      expect(daviesBouldin(points, labels)).toBeCloseTo(expected, 9)
    }
  })
})
