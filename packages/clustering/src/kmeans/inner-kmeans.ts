import type { Engine } from '@clientele/compute'
import type { Progress, Steps } from '@clientele/core'
import type { WeightedPoints } from '../weighted-points.js'
import { bestRun, runLimits, withPoints } from './best-run.js'
import type { ResolvedLimits } from './kmeans-options.js'
import type { Run } from './run.js'

/** What a part of another algorithm asks of k-means. */
export interface InnerKmeans extends Partial<ResolvedLimits> {
  readonly seed: string | number
  /** Default 1. */
  readonly restarts?: number
}

/**
 * k-means with k-means++ seeding, as a part of another algorithm.
 * @param fn whoever asks, named in errors
 * @param progress what to report meanwhile
 */
export function* innerKmeans(
  fn: string,
  engine: Engine,
  points: Pick<WeightedPoints, 'rows' | 'columns' | 'values' | 'weights'>,
  k: number,
  { seed, restarts = 1, iterations = 300, tolerance = 1e-4 }: InnerKmeans,
  progress: Progress,
): Steps<Run> {
  const { rows, columns, values } = points
  const toCluster = { ...points, input: { rows, columns, values }, checked: true }
  const limits = runLimits(toCluster, { iterations, tolerance })
  const seeds = { seed, restarts, tries: 0 }
  return yield* withPoints(fn, engine, toCluster, (placed) => bestRun(placed, k, seeds, limits, () => progress))
}
