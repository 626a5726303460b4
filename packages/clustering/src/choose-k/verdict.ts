import type { Curves } from './curves.js'
import { digits, type Vote } from './votes.js'

/** What the votes come to. */
export interface Verdict {
  readonly k: number | undefined
  readonly reason: string
  readonly agreement: number
}

/** Standard deviations above chance that a silhouette must reach. */
const CLEARLY = 3

/**
 * The number that at least half of the votes are for, more than for any other, if the clusters are more than chance.
 *
 * Uniform rows are clustered too, and even they have a best number. The best mean silhouette must lie clearly above the best
 * ones of such rows before anything is voted on.
 */
export function verdict({ silhouettes, silhouettesByChance }: Curves, votes: readonly Vote[]): Verdict {
  const [most, next] = countsOf(votes)
  const agreement = (most?.count ?? 0) / votes.length
  const best = Math.max(...silhouettes)
  const { mean, deviation } = spreadOf(silhouettesByChance)
  if (best <= mean + CLEARLY * deviation) {
    const chance = `${digits(mean)} ± ${digits(deviation)}`
    const reason = `no clear k: the best mean silhouette, ${digits(best)}, is not clearly above that of rows without clusters, ${chance}`
    return { k: undefined, agreement, reason }
  }
  if (most === undefined || most.count * 2 < votes.length || most.count === next?.count) {
    return { k: undefined, agreement, reason: `no clear k: votes are split, ${listed(votes)}` }
  }
  if (most.k === 1)
    return { k: undefined, agreement, reason: `no clear k: ${most.count} of ${votes.length} votes are for 1` }
  return { k: most.k, agreement, reason: `${most.count} of ${votes.length} votes are for ${most.k}` }
}

/** How many votes each number has, most first. */
function countsOf(votes: readonly Vote[]): { readonly k: number; readonly count: number }[] {
  const counts = new Map<number, number>()
  for (const { k } of votes) if (k !== undefined) counts.set(k, (counts.get(k) ?? 0) + 1)
  return Array.from(counts, ([k, count]) => ({ k, count })).sort((a, b) => b.count - a.count || a.k - b.k)
}

function listed(votes: readonly Vote[]): string {
  const abstained = votes.filter(({ k }) => k === undefined).length
  const parts = countsOf(votes).map(({ k, count }) => `${count} for ${k}`)
  return [...parts, ...(abstained > 0 ? [`${abstained} for none`] : [])].join(', ')
}

/** Mean of numbers, and the standard deviation of one more of their kind from it. */
function spreadOf(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt((squares / (values.length - 1)) * (1 + 1 / values.length)) }
}
