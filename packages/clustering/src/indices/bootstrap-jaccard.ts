import type { Engine } from '@clientele/compute'
import { random, type Dense, type Progress, type Steps } from '@clientele/core'
import type { ResolvedLimits, ResolvedSeeds } from '../kmeans/kmeans-options.js'
import { kmeansSteps } from '../kmeans/kmeans.js'
import { reportedAs } from '../reported-as.js'
import type { UnitRows } from './unit-rows.js'

/** A clustering to be found again: distinct rows, and the cluster of each. */
export interface Clustered {
  readonly points: Dense
  /** Row → its cluster, an integer below `k`. */
  readonly labels: Int32Array
  readonly k: number
}

/**
 * How well clusters are found again in resamples of their rows.
 *
 * Each resample draws as many rows as there are, with replacement, and k-means groups it anew. Of each cluster the Jaccard
 * similarity to the most similar new cluster is noted: rows drawn that lie in both, over rows drawn that lie in either, each as
 * often as drawn.
 * @returns `resamples` rows of `k` similarities from 0 to 1; 0 for a cluster none of whose rows were drawn
 */
export function* bootstrapJaccard(
  engine: Engine,
  clustered: Clustered,
  units: UnitRows,
  resamples: number,
  settings: Omit<ResolvedSeeds, 'tries'> & ResolvedLimits,
  progressAt: (done: number) => Progress,
): Steps<Dense> {
  const { points, k } = clustered
  const values = new Float64Array(resamples * k)
  for (let resample = 0; resample < resamples; resample++) {
    yield progressAt(resample)
    const weights = drawCounts(points.rows, units, random(settings.seed).fork('bootstrap').fork(resample).integer)
    const distinct = weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0)
    const steps = kmeansSteps(engine, points, Math.min(k, distinct), { ...settings, weights })
    const { labels } = yield* reportedAs(steps, progressAt(resample))
    values.set(bestJaccards(clustered, labels, weights), resample * k)
  }
  yield progressAt(resamples)
  return { rows: resamples, columns: k, values }
}

/** Row → how often it is drawn, when as many units are drawn as there are. */
function drawCounts(rows: number, { total, rowOf }: UnitRows, integer: (below: number) => number): Float64Array {
  const counts = new Float64Array(rows)
  for (let draw = 0; draw < total; draw++) counts[rowOf(integer(total))]!++
  return counts
}

/** Cluster → its Jaccard similarity to the most similar of other clusters of the same weighted rows. */
function bestJaccards({ labels, k }: Clustered, others: Int32Array, weights: Float64Array): Float64Array {
  const shared = new Float64Array(k * k)
  const sizes = new Float64Array(k)
  const otherSizes = new Float64Array(k)
  weights.forEach((weight, row) => {
    shared[labels[row]! * k + others[row]!]! += weight
    sizes[labels[row]!]! += weight
    otherSizes[others[row]!]! += weight
  })
  return sizes.map((size, cluster) => {
    let best = 0
    for (let other = 0; other < k && size > 0; other++) {
      const both = shared[cluster * k + other]!
      best = Math.max(best, both / (size + otherSizes[other]! - both))
    }
    return best
  })
}
