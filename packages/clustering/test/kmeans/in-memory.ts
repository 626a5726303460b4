import { Engine } from '@clientele/compute'
import { run, type Steps } from '@clientele/core'
import { givenRun, withPoints } from '../../src/kmeans/best-run.js'
import { lloydMemory, type LloydMemory } from '../../src/kmeans/lloyd-memory.js'
import type { PointsInMemory } from '../../src/kmeans/points-in-memory.js'
import { rowsToCluster } from '../../src/kmeans/rows-to-cluster.js'

/** Runs work on points that lie in the memory of an engine of its own. */
export function withRows<T>(
  rows: readonly number[][],
  weights: number[] | undefined,
  work: (points: PointsInMemory) => Steps<T>,
): T {
  return run(withPoints('test', new Engine(), rowsToCluster('test', rows, weights, 1), work))
}

/** Runs work on the memory of Lloyd's algorithm, with sums formed from the labels given. */
export function withMemory<T>(
  rows: readonly number[][],
  centers: readonly number[],
  labels: readonly number[],
  work: (memory: LloydMemory) => Steps<T>,
): T {
  return withRows(rows, undefined, function* (points) {
    const k = centers.length / points.columns
    const scope = points.engine.arena.scope('test')
    const memory = yield* lloydMemory(scope, points, k)
    memory.centers.view().set(centers)
    memory.labels.view().set(labels)
    const stride = points.columns + 2
    const sums = memory.sums.view().fill(0)
    labels.forEach((label, row) => {
      rows[row]!.forEach((value, column) => (sums[label * stride + column]! += value))
      sums[label * stride + points.columns]!++
      sums[label * stride + points.columns + 1]!++
    })
    const result = yield* work(memory)
    scope.close()
    return result
  })
}

/** A run from given centroids. */
export function runFrom(
  rows: readonly number[][],
  centroids: readonly number[],
  limits: { iterations: number; leastMove: number },
  weights?: number[],
) {
  const progressAt = (done: number) => ({ stage: 'test', done, total: 1 })
  return withRows(rows, weights, (points) => givenRun(points, Float64Array.from(centroids), limits, progressAt))
}
