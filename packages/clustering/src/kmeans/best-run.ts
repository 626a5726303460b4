import type { Engine, Scope } from '@clientele/compute'
import { random, type Progress, type Steps } from '@clientele/core'
import { inertiaOf } from './inertia.js'
import type { ResolvedLimits, ResolvedSeeds } from './kmeans-options.js'
import { lloyd, type RunLimits } from './lloyd.js'
import { lloydMemory } from './lloyd-memory.js'
import { meanVariance } from './mean-variance.js'
import { pointsInMemory, type PointsInMemory } from './points-in-memory.js'
import { take, type Run } from './run.js'
import { seedCentroids, seedMemory } from './seed-centroids.js'
import { swapSearch } from './swap-search.js'
import type { RowsToCluster } from './rows-to-cluster.js'

/** What a search reports: stage and units done of how many. */
export type ProgressOf = (done: number) => Progress

/** When runs on these points end. */
export function runLimits(points: RowsToCluster, { iterations, tolerance }: ResolvedLimits): RunLimits {
  return { iterations, leastMove: tolerance === 0 ? 0 : tolerance * meanVariance(points) }
}

/** Places points in the memory of an engine for as long as `work` needs them there. */
export function* withPoints<T>(
  fn: string,
  engine: Engine,
  points: RowsToCluster,
  work: (placed: PointsInMemory, scope: Scope) => Steps<T>,
): Steps<T> {
  const scope = engine.arena.scope(fn)
  try {
    return yield* work(yield* pointsInMemory(fn, engine, scope, points), scope)
  } finally {
    scope.close()
  }
}

/** One run from given centroids. */
export function* givenRun(
  points: PointsInMemory,
  centroids: Float64Array,
  limits: RunLimits,
  progressAt: ProgressOf,
): Steps<Run> {
  const scope = points.engine.arena.scope('kmeans')
  try {
    const memory = yield* lloydMemory(scope, points, centroids.length / points.columns)
    memory.centers.view().set(centroids)
    const rest = yield* lloyd(memory, limits)
    const run = take(memory, rest, yield* inertiaOf(memory))
    yield progressAt(1)
    return run
  } finally {
    scope.close()
  }
}

/**
 * Runs Lloyd's algorithm from `restarts` seedings, improves each run by swaps where asked to, and keeps the run of the
 * lowest inertia, of equal ones the first.
 *
 * Run i draws from the sub-stream i of the seed, so a run does not depend on how many came before it.
 * @param progressAt the progress to report after so many runs
 */
export function* bestRun(
  points: PointsInMemory,
  k: number,
  { seed, restarts, tries }: ResolvedSeeds,
  limits: RunLimits,
  progressAt: ProgressOf,
): Steps<Run> {
  const stream = random(seed).fork('kmeans')
  const scope = points.engine.arena.scope('kmeans')
  try {
    const seeding = seedMemory(scope, points, k)
    const memory = yield* lloydMemory(scope, points, k)
    let best: Run | undefined
    for (let restart = 0; restart < restarts; restart++) {
      const draws = stream.fork(restart)
      memory.centers.view().set(yield* seedCentroids(points, seeding, k, draws))
      const rest = yield* lloyd(memory, limits)
      const inertia = yield* inertiaOf(memory)
      let run = best === undefined || inertia < best.inertia || tries > 0 ? take(memory, rest, inertia) : best
      if (tries > 0) run = yield* swapSearch(memory, run, limits, tries, draws.fork('swap'))
      if (best === undefined || run.inertia < best.inertia) best = run
      yield progressAt(restart + 1)
    }
    return best!
  } finally {
    scope.close()
  }
}
