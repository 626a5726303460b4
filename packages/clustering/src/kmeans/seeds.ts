import type { Engine } from '@clientele/compute'
import type { Random, Steps } from '@clientele/core'
import type { WeightedPoints } from '../weighted-points.js'
import { withPoints } from './best-run.js'
import { seedCentroids, seedMemory } from './seed-centroids.js'

/**
 * Rows that k-means++ picks to start from, for algorithms of other kinds.
 * @param fn whoever asks, named in errors
 * @returns k × columns numbers
 */
export function* seeds(
  fn: string,
  engine: Engine,
  points: Pick<WeightedPoints, 'rows' | 'columns' | 'values' | 'weights'>,
  k: number,
  random: Random,
): Steps<Float64Array> {
  const { rows, columns, values } = points
  const toCluster = { ...points, input: { rows, columns, values }, checked: true }
  return yield* withPoints(fn, engine, toCluster, (placed, scope) =>
    seedCentroids(placed, seedMemory(scope, placed, k), k, random),
  )
}
