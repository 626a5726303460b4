import type { Steps } from '@clientele/core'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { lloyd } from '../src/lloyd.js'
import { Pace } from '../src/pace.js'
import { weightedPoints } from '../src/weighted-points.js'
import { randomRows } from './points.js'

const progress = { stage: 'test', done: 0, total: 1 }
const limits = { iterations: 100, tolerance: 0 }

test('centroids settle in the weighted means of their points', () => {
  const points = weightedPoints('test', [[0], [2], [10], [14]], [1, 3, 1, 1])
  const { centroids, labels, distances, iterations, converged } = run(
    lloyd(points, Float64Array.of(0, 2), limits, new Pace(), progress),
  )
  // 0 | 2 10 14 → 0, 6 → 0 2 | 10 14 → 1.5, 12 → no change
  expect(centroids).toEqual(Float64Array.of(1.5, 12))
  expect(labels).toEqual(Int32Array.of(0, 0, 1, 1))
  expect(distances).toEqual(Float64Array.of(2.25, 0.25, 4, 4))
  expect({ iterations, converged }).toEqual({ iterations: 3, converged: true })
})

test('after a stop by tolerance or by rounds, labels belong to the centroids that are returned', () => {
  const points = weightedPoints('test', randomRows(1, 300, 2), undefined)
  for (const stop of [
    { iterations: 2, tolerance: 0 },
    { iterations: 100, tolerance: 0.05 },
  ]) {
    const { centroids, labels, distances } = run(lloyd(points, points.values.slice(0, 10), stop, new Pace(), progress))
    for (let row = 0; row < points.rows; row++) {
      const all = Array.from({ length: 5 }, (_, cluster) =>
        [0, 1].reduce((sum, c) => sum + (points.values[2 * row + c]! - centroids[2 * cluster + c]!) ** 2, 0),
      )
      expect(labels[row]).toBe(all.indexOf(Math.min(...all)))
      expect(distances[row]).toBe(Math.min(...all))
    }
  }
})

test('large problems give the thread back within a round, small ones do not', () => {
  const steps = (rows: number) => {
    const points = weightedPoints('test', randomRows(2, rows, 4), undefined)
    return lloyd(points, points.values.slice(0, 400), { iterations: 1, tolerance: 0 }, new Pace(), progress)
  }
  expect(count(steps(20_000))).toBeGreaterThan(8)
  expect(count(steps(200))).toBe(0)
})

function count(steps: Steps<unknown>): number {
  let yields = 0
  while (steps.next().done !== true) yields++
  return yields
}
