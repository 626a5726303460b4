import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calinskiHarabasz, kmeans } from '../../src/index.js'
import { scoreCells } from '../points.js'
import { scaledLogarithms } from '../retail.js'
import { blobs, distance, groups, labelled, meanRow, repeated, type Labelled } from './labelled.js'

/** Straight from the definition. */
function oracle({ points, labels }: Labelled): number {
  const centre = meanRow(points)
  const clusters = groups({ points, labels })
  let between = 0
  let within = 0
  for (const rows of clusters) {
    const middle = meanRow(rows)
    between += rows.length * distance(middle, centre) ** 2
    for (const row of rows) within += distance(row, middle) ** 2
  }
  return between / (clusters.length - 1) / (within / (points.length - clusters.length))
}

test('two pairs on a line, by hand', () => {
  // means 1.5 and 8.5 around 5: between 4 × 3.5² = 49; within 4 × 0.5² = 1, over 4 - 2 degrees of freedom
  expect(calinskiHarabasz([[1], [2], [8], [9]], [0, 0, 1, 1])).toBe(98)
})

test('is what the definition says', () => {
  for (let seed = 0; seed < 10; seed++) {
    const made = blobs(seed, 60, 3, 4)
    expect(calinskiHarabasz(made.points, made.labels) / oracle(made)).toBeCloseTo(1, 12)
  }
})

test('a row of weight 2 is a row given twice', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 25, maxLength: 25 })
  fc.assert(
    fc.property(labelled, weights, ({ points, labels }, all) => {
      const own = all.slice(0, points.length)
      const weighted = calinskiHarabasz(points, labels, { weights: own })
      const given = calinskiHarabasz(repeated(points, own), repeated(labels, own))
      expect(weighted === given || Math.abs(weighted / given - 1) < 1e-9 || Math.max(weighted, given) < 1e-12).toBe(
        true,
      )
    }),
  )
})

test('neither a common factor nor a shift nor other labels change it', () => {
  const { points, labels } = blobs(1, 50, 2, 3)
  const moved = points.map((row) => row.map((value) => 8 * value + 1000))
  const renamed = labels.map((label) => 9 - label)
  expect(calinskiHarabasz(moved, renamed) / calinskiHarabasz(points, labels)).toBeCloseTo(1, 9)
})

test('rows without a cluster take no part', () => {
  expect(calinskiHarabasz([[1], [77], [2], [8], [9]], [0, -1, 0, 1, 1])).toBe(98)
})

test('clusters without width are infinitely good, clusters at one place are worth nothing', () => {
  expect(calinskiHarabasz([[1], [1], [2]], [0, 0, 1])).toBe(Infinity)
  expect(calinskiHarabasz([[1], [3], [2], [2]], [0, 0, 1, 1])).toBe(0)
  expect(calinskiHarabasz([[1], [1], [1]], [0, 0, 1])).toBe(0)
})

test('errors name it', () => {
  expect(() => calinskiHarabasz([[1], [2]], [0, 0])).toThrow(
    new RangeError('calinskiHarabasz: labels must hold at least 2 clusters, got 1'),
  )
})

describe.skipIf(!hasShared)('is that of scikit-learn', () => {
  test('on the scores of Online Retail II', () => {
    const { points, weights } = scoreCells()
    for (const { k, centroids, calinskiHarabasz: expected } of reference('clustering').kmeansOnScores.slice(1, 6)) {
      const { labels } = kmeans(points, k, { initial: centroids, weights })
      expect(calinskiHarabasz(points, labels, { weights }) / expected).toBeCloseTo(1, 9)
    }
  })

  test('on the scaled logarithms of 5,878 customers', async () => {
    const points = await scaledLogarithms()
    for (const { k, centroids, calinskiHarabasz: expected } of reference('clustering').kmeansOnScaledLog.slice(1, 4)) {
      const { labels } = kmeans(points, k, { initial: centroids })
      expect(calinskiHarabasz(points, labels) / expected).toBeCloseTo(1, 9)
    }
  })

  test('on iris', () => {
    const { points, kmeans: runs } = reference('clustering-iris')
    for (const { k, centroids, calinskiHarabasz: expected } of runs.slice(1, 6)) {
      const { labels } = kmeans(points, k, { initial: centroids })
      expect(calinskiHarabasz(points, labels) / expected).toBeCloseTo(1, 9)
    }
  })
})
