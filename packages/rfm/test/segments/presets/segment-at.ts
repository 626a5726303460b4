import { METRICS } from '../../../src/metrics.js'
import type { SegmentRule } from '../../../src/segments/segment-rules.js'

/** Names of the rules that take a combination of scores ("434"), read off the rules as a person would. */
export function namesAt(rules: readonly SegmentRule[], digits: string): string[] {
  const claims = (rule: SegmentRule) =>
    METRICS.every((metric, i) => {
      const range = rule[metric]
      return range === 'any' || (Number(digits[i]) >= range[0] && Number(digits[i]) <= range[1])
    })
  return rules.filter(claims).map(({ name }) => name)
}

/** Every combination of scores as digits. */
export function everyScore(bins: number): string[] {
  const scores = Array.from({ length: bins }, (_, i) => `${i + 1}`)
  return scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => r + f + m)))
}

/** Combinations that do not belong to exactly one rule. */
export function wrongScores(rules: readonly SegmentRule[], bins: number): string[] {
  return everyScore(bins).filter((digits) => namesAt(rules, digits).length !== 1)
}

/** Number of segments that have a name of their own. */
export function segmentCount(rules: readonly SegmentRule[]): number {
  return new Set(rules.map(({ name }) => name)).size
}
