import type { Standing, Tier } from '../../src/tiers/standing.js'

/** A tier with these scores, of which those above `above` are recommended. */
export function tierOf(source: string, scores: readonly number[], above = 0): Tier<string> {
  return {
    source,
    above,
    scoreAll: (into) => into.set(scores),
    scoreOne: (position) => scores[position]!,
    explain: (position) => ({
      parts: [{ kind: 'popularity', by: 'lines', contribution: scores[position]!, share: 1 }],
    }),
  }
}

/** Somebody of whom tiers speak and who has some products. */
export function standingOf(tiers: readonly Tier<string>[], ...seen: number[]): Standing<string> {
  return { tiers, seen: Int32Array.from(seen) }
}
