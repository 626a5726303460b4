import type { Progress, Steps } from '@clientele/core'
import { bestRestart } from '../best-restart.js'
import type { Pace } from '../pace.js'
import type { WeightedPoints } from '../weighted-points.js'

/** Point → its cluster in one run of k-means, for EM to begin at. */
export function* kmeansStart(
  points: WeightedPoints,
  k: number,
  seed: number,
  pace: Pace,
  progress: Progress,
): Steps<Int32Array> {
  const run = { seed, restarts: 1, iterations: 300, tolerance: 1e-4 }
  return (yield* bestRestart(points, k, run, pace, () => progress)).labels
}
