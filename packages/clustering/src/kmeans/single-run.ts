import type { Engine } from '@clientele/compute'
import type { Progress, Steps } from '@clientele/core'
import type { WeightedPoints } from '../weighted-points.js'
import { bestRun, runLimits, withPoints } from './best-run.js'
import type { Run } from './run.js'

/**
 * One run of k-means with k-means++ seeding and default limits, for other clusterers to begin at.
 * @param fn whoever asks, named in errors
 * @param progress what to report meanwhile
 */
export function* singleRun(
  fn: string,
  engine: Engine,
  points: Pick<WeightedPoints, 'rows' | 'columns' | 'values' | 'weights'>,
  k: number,
  seed: string | number,
  progress: Progress,
): Steps<Run> {
  const { rows, columns, values } = points
  const rowsHere = { ...points, input: { rows, columns, values }, checked: true }
  const limits = runLimits(rowsHere, { iterations: 300, tolerance: 1e-4 })
  const once = { seed, restarts: 1, tries: 0 }
  return yield* withPoints(fn, engine, rowsHere, (placed) => bestRun(placed, k, once, limits, () => progress))
}
