import { localEngine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { curvesOf } from '../../src/choose-k/curves.js'
import { drawnPoints } from '../../src/choose-k/drawn-points.js'
import {
  bootstrapStability,
  calinskiHarabasz,
  daviesBouldin,
  elbow,
  gapStatistic,
  kmeans,
  silhouette,
} from '../../src/index.js'
import { blobs } from '../indices/labelled.js'

const { points } = blobs(3, 80, 2, 3)
const matrix = { rows: 80, columns: 2, values: Float64Array.from(points.flat()) }
const weights = points.map((_, row) => 1 + (row % 2))
const settings = { seed: 5, restarts: 3, iterations: 300, tolerance: 0, references: 3, resamples: 4 }

const curves = (ks: number[], given = weights) => {
  const drawn = drawnPoints(matrix, Float64Array.from(given), 1000, 5)
  return run(curvesOf('f', localEngine(), drawn, Int32Array.from(ks), settings))
}

test('each curve is what the function of its name gives', () => {
  const ks = [2, 3, 5]
  const found = curves(ks)
  const { seed, restarts, tolerance, references, resamples } = settings
  const options = { seed, restarts, tolerance, weights }
  expect(found.wideKs).toEqual(Int32Array.of(1, 2, 3, 5, 6, 7))
  expect(found.inertias).toEqual(elbow(points, [...found.wideKs], options).inertias)
  const gap = gapStatistic(points, [...found.wideKs], { ...options, references, box: 'components' })
  found.gap.gaps.forEach((value, i) => expect(value).toBeCloseTo(gap.gaps[i]!, 9))
  found.gap.standardErrors.forEach((value, i) => expect(value).toBeCloseTo(gap.standardErrors[i]!, 9))
  ks.forEach((k, i) => {
    const { labels } = kmeans(points, k, options)
    expect(found.silhouettes[i]).toBeCloseTo(silhouette(points, labels, { weights }).mean, 12)
    expect(found.calinskiHarabasz[i]).toBeCloseTo(calinskiHarabasz(points, labels, { weights }), 9)
    expect(found.daviesBouldin[i]).toBeCloseTo(daviesBouldin(points, labels, { weights }), 12)
    const { jaccard } = bootstrapStability(points, k, { ...options, resamples })
    expect(found.stability[i]).toBeCloseTo(Math.min(...jaccard), 12)
  })
  expect(found.silhouettesByChance).toHaveLength(references)
  expect(found.silhouettesByChance.every((value) => value > 0.2 && value < 0.6)).toBe(true)
})

test('more clusters than distinct rows are not tried', () => {
  const few = { rows: 5, columns: 1, values: Float64Array.of(1, 2, 4, 7, 7) }
  const drawn = drawnPoints(few, undefined, 1000, 5)
  const found = run(curvesOf('f', localEngine(), drawn, Int32Array.of(2, 3), settings))
  expect(found.wideKs).toEqual(Int32Array.of(1, 2, 3))
})
