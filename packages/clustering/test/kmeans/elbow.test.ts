import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { elbow, elbowAsync, kmeans, kneedle } from '../../src/index.js'
import { randomRows, scoreCells } from '../points.js'

test('the inertias of one to four clusters of two pairs on a line', () => {
  expect(elbow([[1], [2], [8], [9]], [1, 2, 3, 4], { seed: 1 })).toEqual({
    ks: Int32Array.of(1, 2, 3, 4),
    inertias: Float64Array.of(50, 1, 0.5, 0),
  })
})

test('each inertia is the one k-means reaches with the same options, whatever the other ks', () => {
  const points = randomRows(1, 80, 3)
  const options = { seed: 7, restarts: 3, weights: points.map((_, row) => 1 + (row % 4)) }
  const { inertias } = elbow(points, [9, 2, 5], options)
  expect(Array.from(inertias)).toEqual([9, 2, 5].map((k) => kmeans(points, k, options).inertia))
})

test('the asynchronous form gives the same and counts restarts over all ks', async () => {
  const points = randomRows(2, 300, 2)
  const last = { done: 0, total: 0 }
  const options = { seed: 1, restarts: 4 }
  const found = await elbowAsync(points, [1, 2, 3], { ...options, onProgress: (at) => Object.assign(last, at) })
  expect(found).toEqual(elbow(points, [1, 2, 3], options))
  expect(last).toEqual({ stage: 'elbow', done: 12, total: 12 })
})

test('an asynchronous elbow ends when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('no longer needed'))
  await expect(elbowAsync([[1], [2]], [1], { seed: 1, signal })).rejects.toThrow(new Error('no longer needed'))
})

test.each([
  [[], 'elbow: ks must hold at least one number of clusters, got an array of 0'],
  [6, 'elbow: ks must hold at least one number of clusters, got 6'],
  [[1, 0], 'elbow: ks[1] must be at least 1, got 0'],
  [[1, 2, 3], 'elbow: ks[2] must be at most 2, the number of distinct rows, got 3'],
])('numbers of clusters %j are refused', (ks, message) => {
  expect(() => elbow([[1], [3], [1]], ks as number[], { seed: 1 })).toThrow(new RangeError(message))
})

test('errors about points name the elbow', () => {
  expect(() => elbow([[NaN]], [1], { seed: 1 })).toThrow(new RangeError('elbow: points[0][0] must be finite, got NaN'))
})

test.skipIf(!hasShared)('on the scores of Online Retail II the curve bends where the best known inertias do', () => {
  const { points, weights } = scoreCells()
  const best: { k: number; inertia: number }[] = reference('clustering').kmeansOnScores
  const bend = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    kneedle(x, y, { curve: 'convex', direction: 'decreasing' })
  const { ks, inertias } = elbow(
    points,
    best.map(({ k }) => k),
    { seed: 1, restarts: 100, weights },
  )
  const known = bend(
    best.map(({ k }) => k),
    best.map(({ inertia }) => inertia),
  )
  expect(bend(ks, inertias)?.knee).toBe(known?.knee)
  expect(known?.knee).toBe(4)
})

test.skipIf(!hasShared)('on all of 1 to 49, runs of one round bend later than runs at rest', () => {
  const { points, weights } = scoreCells()
  const ks = Array.from({ length: 49 }, (_, i) => i + 1)
  const bend = (options: { seed: number; restarts: number; iterations?: number; search?: 'swap'; tries?: number }) => {
    const { inertias } = elbow(points, ks, { weights, tolerance: 0, ...options })
    return kneedle(ks, inertias, { curve: 'convex', direction: 'decreasing' })?.knee
  }
  expect([1, 2, 3].map((seed) => bend({ seed, restarts: 1, iterations: 1 }))).toEqual([9, 8, 8])
  expect([1, 2, 3].map((seed) => bend({ seed, restarts: 20 }))).toEqual([6, 6, 6])
  expect(bend({ seed: 1, restarts: 2, search: 'swap', tries: 20 })).toBe(6)
})

describe.skipIf(!hasShared)('iris', () => {
  test('the curve is the reference up to eight clusters', () => {
    const { points, kmeans: expected } = reference('clustering-iris')
    const { inertias } = elbow(points, [1, 2, 3, 4, 5, 6, 7, 8], { seed: 1, restarts: 100, tolerance: 0 })
    inertias.forEach((inertia, i) => expect(inertia / expected[i].inertia).toBeCloseTo(1, 9))
  })
})
