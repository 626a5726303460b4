import { compensatedSum, random, type Progress, type Steps } from '@clientele/core'
import type { ResolvedLimits, ResolvedSeeds } from './kmeans-options.js'
import { lloyd, type Rest } from './lloyd.js'
import type { Pace } from './pace.js'
import { seedCentroids } from './seed-centroids.js'
import type { WeightedPoints } from './weighted-points.js'

/** A run of Lloyd's algorithm and what it reached. */
export interface Run extends Rest {
  /** Sum of weight × squared distance to the nearest centroid. */
  readonly inertia: number
}

/**
 * Runs Lloyd's algorithm from `restarts` seedings and keeps the run of the lowest inertia, of equal ones the first.
 *
 * Run i draws from the sub-stream i of the seed, so a run does not depend on how many came before it.
 * @param progressAt the progress to report after so many runs
 */
export function* bestRestart(
  points: WeightedPoints,
  k: number,
  { seed, restarts, ...limits }: ResolvedSeeds & ResolvedLimits,
  pace: Pace,
  progressAt: (done: number) => Progress,
): Steps<Run> {
  const stream = random(seed).fork('kmeans')
  let best: Run | undefined
  for (let restart = 0; restart < restarts; restart++) {
    const progress = progressAt(restart)
    const centroids = yield* seedCentroids(points, k, stream.fork(restart), pace, progress)
    const run = withInertia(points, yield* lloyd(points, centroids, limits, pace, progress))
    if (best === undefined || run.inertia < best.inertia) best = run
    yield progressAt(restart + 1)
  }
  return best!
}

/** Adds to a run what it reached, summed with compensation: the same for any order of the points, to the last bits. */
export function withInertia({ weights }: WeightedPoints, rest: Rest): Run {
  const terms = rest.distances.map((distance, row) => weights[row]! * distance)
  return { ...rest, inertia: compensatedSum(terms) }
}
