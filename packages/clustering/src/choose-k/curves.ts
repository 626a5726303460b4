import type { Engine } from '@clientele/compute'
import { random, type Dense, type Progress, type Steps } from '@clientele/core'
import { bootstrapJaccard } from '../indices/bootstrap-jaccard.js'
import { calinskiHarabasz } from '../indices/calinski-harabasz.js'
import { daviesBouldin } from '../indices/davies-bouldin.js'
import { gapsOf, logInertia, type GapStatistic } from '../indices/gap-statistic.js'
import { silhouetteSteps } from '../indices/silhouette.js'
import { drawInBox, unitBox } from '../indices/unit-box.js'
import { unitRows } from '../indices/unit-rows.js'
import type { ResolvedLimits } from '../kmeans/kmeans-options.js'
import type { KmeansClustering } from '../kmeans/kmeans-clustering.js'
import { kmeansSteps } from '../kmeans/kmeans.js'
import { reportedAs } from '../reported-as.js'
import type { DrawnPoints } from './drawn-points.js'

/** How the curves are made. */
export interface CurveSettings extends ResolvedLimits {
  readonly seed: string | number
  readonly restarts: number
  readonly references: number
  readonly resamples: number
}

/** What is known of each number of clusters. */
export interface Curves {
  /** The numbers that may be chosen. */
  readonly ks: Int32Array
  /** These, 1 before and two more after them: a bend at an end shows beside its neighbours alone. */
  readonly wideKs: Int32Array
  /** For `wideKs`. */
  readonly inertias: Float64Array
  /** For `wideKs`. */
  readonly gap: GapStatistic
  /** Mean silhouettes, for `ks`. */
  readonly silhouettes: Float64Array
  /** For `ks`. */
  readonly calinskiHarabasz: Float64Array
  /** For `ks`. */
  readonly daviesBouldin: Float64Array
  /** Mean Jaccard similarity in resamples of the cluster that is found again least, for `ks`. */
  readonly stability: Float64Array
  /** For each set of rows without clusters, the highest mean silhouette of `ks`. */
  readonly silhouettesByChance: Float64Array
}

/** Clusters the points, sets of rows without clusters, and resamples, for every number of clusters. */
export function* curvesOf(
  fn: string,
  engine: Engine,
  drawn: DrawnPoints,
  ks: Int32Array,
  settings: CurveSettings,
): Steps<Curves> {
  const { points, weights, total } = drawn
  const wideKs = widened(ks, points.rows)
  const { references } = settings
  const parts = 1 + references + ks.length
  const progressAt = (done: number) => ({ stage: 'number of clusters', done, total: parts })
  const own = yield* clusterings(engine, points, wideKs, settings, progressAt(0), weights)
  const asked = own.filter(({ sizes }) => ks.includes(sizes.length))
  const silhouettes = yield* meanSilhouettes(fn, engine, points, asked, progressAt(0), weights)
  const box = yield* reportedAs(unitBox(points, weights, 'components'), progressAt(0))
  const inertiasByChance: Float64Array[] = []
  const silhouettesByChance = new Float64Array(references)
  for (let reference = 0; reference < references; reference++) {
    const progress = progressAt(1 + reference)
    const rows = drawInBox(box.lengths, total, random(settings.seed).fork('gap').fork(reference))
    const found = yield* clusterings(engine, rows, wideKs, settings, progress)
    inertiasByChance.push(Float64Array.from(found, ({ inertia }) => logInertia(inertia, 1)))
    const judged = found.filter(({ sizes }) => ks.includes(sizes.length))
    silhouettesByChance[reference] = Math.max(...(yield* meanSilhouettes(fn, engine, rows, judged, progress)))
  }
  const stability = yield* leastStable(engine, drawn, asked, settings, (done) => progressAt(1 + references + done))
  return {
    ks,
    wideKs,
    inertias: Float64Array.from(own, ({ inertia }) => inertia),
    gap: gapsOf(
      wideKs,
      Float64Array.from(own, ({ inertia }) => logInertia(inertia, box.unit)),
      inertiasByChance,
    ),
    silhouettes,
    calinskiHarabasz: Float64Array.from(asked, ({ labels }) => calinskiHarabasz(points, labels, { weights })),
    daviesBouldin: Float64Array.from(asked, ({ labels }) => daviesBouldin(points, labels, { weights })),
    stability,
    silhouettesByChance,
  }
}

/** 1, the numbers given, and the next two that are below the number of distinct rows. */
function widened(ks: Int32Array, distinct: number): Int32Array {
  const last = ks.at(-1)!
  return Int32Array.of(1, ...ks, ...[last + 1, last + 2].filter((k) => k < distinct))
}

function* clusterings(
  engine: Engine,
  points: Dense,
  ks: Int32Array,
  { seed, restarts, iterations, tolerance }: CurveSettings,
  progress: Progress,
  weights?: Float64Array,
): Steps<KmeansClustering[]> {
  const options = { seed, restarts, iterations, tolerance, ...(weights && { weights }) }
  const found: KmeansClustering[] = []
  for (const k of ks) found.push(yield* reportedAs(kmeansSteps(engine, points, k, options), progress))
  return found
}

function* meanSilhouettes(
  fn: string,
  engine: Engine,
  points: Dense,
  clusterings: readonly KmeansClustering[],
  progress: Progress,
  weights?: Float64Array,
): Steps<Float64Array> {
  const means = new Float64Array(clusterings.length)
  for (const [i, { labels }] of clusterings.entries()) {
    const steps = silhouetteSteps(fn, engine, points, labels, weights && { weights })
    means[i] = (yield* reportedAs(steps, progress)).mean
  }
  return means
}

function* leastStable(
  engine: Engine,
  { points, weights }: DrawnPoints,
  clusterings: readonly KmeansClustering[],
  settings: CurveSettings,
  progressAt: (done: number) => Progress,
): Steps<Float64Array> {
  const least = new Float64Array(clusterings.length)
  const units = unitRows(weights)
  for (const [i, { labels, sizes }] of clusterings.entries()) {
    const clustered = { points, labels, k: sizes.length }
    const steps = bootstrapJaccard(engine, clustered, units, settings.resamples, settings, () => progressAt(i))
    const { rows, columns, values } = yield* steps
    const sums = new Float64Array(columns)
    values.forEach((similarity, at) => (sums[at % columns]! += similarity))
    least[i] = Math.min(...sums) / rows
  }
  yield progressAt(clusterings.length)
  return least
}
