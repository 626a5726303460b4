import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { featureImportance, kmeans } from '../../src/index.js'
import { randomRows } from '../points.js'

test('a feature that is the cluster explains all, one that has nothing to do with it nothing', () => {
  // Sums of squares: 4 and 4 in all, 4 and 0 between.
  const { shares, share } = featureImportance(
    [
      [1, 5],
      [1, 7],
      [3, 5],
      [3, 7],
    ],
    [0, 0, 1, 1],
  )
  expect(shares).toEqual(Float64Array.of(1, 0))
  expect(share).toBe(0.5)
})

test('between and within by hand, and a feature that does not vary has no share', () => {
  // Column 0: means 2 and 8 around 4, so 2 · 4 + 16 = 24 of 26.
  const { shares, share } = featureImportance(
    [
      [1, 0.1],
      [3, 0.1],
      [8, 0.1],
    ],
    [0, 0, 5],
  )
  expect(shares[0]).toBeCloseTo(24 / 26, 14)
  expect(shares[1]).toBe(0)
  expect(share).toBeCloseTo(24 / 26, 14)
})

test('nothing varies, nothing is explained', () => {
  expect(featureImportance([[1], [1]], [0, 1])).toEqual({ shares: Float64Array.of(0), share: 0 })
})

test('noise is left out', () => {
  const { shares } = featureImportance([[1], [1], [3], [3], [1000]], [0, 0, 1, 1, -1])
  expect(shares).toEqual(Float64Array.of(1))
})

test('all features together leave the inertia of k-means unexplained', () => {
  const points = randomRows(3, 300, 4)
  const { labels, inertia } = kmeans(points, 5, { seed: 1, tolerance: 0 })
  const whole = kmeans(points, 1, { seed: 1 }).inertia
  expect(featureImportance(points, labels).share).toBeCloseTo(1 - inertia / whole, 12)
})

test.skipIf(!hasShared)('of the species of iris the petals tell most', () => {
  const { points, species } = reference('clustering-iris')
  // Published analysis of variance of iris: F = 119.26, 49.16, 1180.16 and 960.01 with 2 and 147 degrees of freedom.
  const { shares } = featureImportance(points, species)
  const ratios = Array.from(shares, (share) => share / 2 / ((1 - share) / 147))
  expect(ratios.map((ratio) => ratio.toFixed(2))).toEqual(['119.26', '49.16', '1180.16', '960.01'])
})
