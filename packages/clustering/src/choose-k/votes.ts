import { kneedle } from '../knee/kneedle.js'
import type { Curves } from './curves.js'

/** What one way of looking at clusterings says about their number. */
export interface Vote {
  /** Who votes. */
  readonly by: 'elbow' | 'silhouette' | 'calinskiHarabasz' | 'daviesBouldin' | 'gap' | 'stability'
  /** The number of clusters it is for, one of those asked for, or 1; `undefined` when it abstains. */
  readonly k: number | undefined
  /** Why, in a sentence. */
  readonly reason: string
}

/** From this mean Jaccard similarity on a cluster may be trusted (Hennig 2007). */
const STABLE = 0.75

/** The six votes. */
export function votesOf(curves: Curves): readonly Vote[] {
  return [
    elbowVote(curves),
    silhouetteVote(curves),
    ratioVote(curves),
    overlapVote(curves),
    gapVote(curves),
    stabilityVote(curves),
  ]
}

/**
 * The sharpest bend of the logarithm of the inertia: each cluster that is there takes away a large share of what is left, each
 * further one a small share. On the inertia itself the first clusters hide the later ones, however clear.
 */
function elbowVote({ ks, wideKs, inertias }: Curves): Vote {
  const logs = inertias.map((inertia) => Math.log(Math.max(inertia, Number.MIN_VALUE)))
  const bends =
    logs.length < 3 ? undefined : kneedle(wideKs, logs, { curve: 'convex', direction: 'decreasing', online: true })
  if (bends === undefined) return abstain('elbow', 'the logarithm of the inertia does not bend')
  const heights = Float64Array.from(bends.allKneeIndices, (i) => bends.difference[i]!)
  const k = wideKs[bends.allKneeIndices[indexOfHighest(heights)]!]!
  if (!ks.includes(k)) return abstain('elbow', `the logarithm of the inertia bends at ${k}, which was not asked for`)
  return { by: 'elbow', k, reason: `the logarithm of the inertia bends at ${k}` }
}

function silhouetteVote({ ks, silhouettes }: Curves): Vote {
  const best = bestOf(ks, silhouettes)
  return { by: 'silhouette', k: best.k, reason: `the mean silhouette is highest, ${digits(best.value)}` }
}

function ratioVote({ ks, calinskiHarabasz }: Curves): Vote {
  const best = bestOf(ks, calinskiHarabasz)
  const reason = `clusters lie farthest apart beside their width, by a ratio of ${digits(best.value)}`
  return { by: 'calinskiHarabasz', k: best.k, reason }
}

function overlapVote({ ks, daviesBouldin }: Curves): Vote {
  const best = bestOf(
    ks,
    daviesBouldin.map((value) => -value),
  )
  return { by: 'daviesBouldin', k: best.k, reason: `clusters overlap least, by ${digits(-best.value)}` }
}

function gapVote({ ks, gap }: Curves): Vote {
  const { k } = gap
  if (k === undefined) return abstain('gap', 'the gap to rows without clusters still rises at the end')
  if (k === 1) return { by: 'gap', k, reason: 'two clusters are hardly tighter than in rows without any' }
  if (!ks.includes(k))
    return abstain('gap', `the gap to rows without clusters is enough at ${k}, which was not asked for`)
  return {
    by: 'gap',
    k,
    reason: `the gap to rows without clusters, ${digits(gap.gaps[gap.ks.indexOf(k)]!)}, hardly rises any more`,
  }
}

function stabilityVote({ ks, stability }: Curves): Vote {
  const last = stability.findLastIndex((similarity) => similarity >= STABLE)
  if (last < 0) return abstain('stability', `with every number some cluster is not found again in resamples`)
  const reason = `the most clusters that are all found again in resamples, the least by ${digits(stability[last]!)}`
  return { by: 'stability', k: ks[last]!, reason }
}

function abstain(by: Vote['by'], reason: string): Vote {
  return { by, k: undefined, reason }
}

/** The least number that has the highest value. */
function bestOf(ks: Int32Array, values: Float64Array): { readonly k: number; readonly value: number } {
  const best = indexOfHighest(values)
  return { k: ks[best]!, value: values[best]! }
}

/** Position of the first of the highest. */
function indexOfHighest(values: Float64Array): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0)
}

/** A number in three digits. */
export function digits(value: number): string {
  return String(Number(value.toPrecision(3)))
}
