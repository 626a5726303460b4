import type { PerMetric } from '../metrics.js'
import { digitsOf } from '../scores/combined-score.js'
import { binsOf } from './bins-of.js'
import { combinations, matches } from './rule-matches.js'
import { checkRanges } from './segment-cells.js'
import type { SegmentRule } from './segment-rules.js'

/** Two rules that claim the same combinations of scores. */
export interface RuleOverlap {
  /** Position of the rule that comes first, and therefore decides. */
  readonly first: number
  /** Position of the other rule. */
  readonly second: number
  /** Names of the two. */
  readonly names: readonly [first: string, second: string]
  /** The combinations that both claim, as digits ("434"). */
  readonly scores: readonly string[]
}

/** A rule that decides nothing, because rules before it claim all it could. */
export interface IdleRule {
  /** Position of the rule. */
  readonly rule: number
  /** Its name. */
  readonly name: string
  /** Positions of the earlier rules that take its combinations. */
  readonly behind: readonly number[]
}

/** What {@link checkRules} finds. Combinations of scores are digits in the order recency, frequency, monetary: "434". */
export interface RuleReport {
  /** Whether every combination of scores is claimed by a rule. */
  readonly total: boolean
  /** Whether no combination of scores is claimed by two rules, so that their order does not matter. */
  readonly disjoint: boolean
  /** Number of combinations that were looked at: all there are. */
  readonly combinations: number
  /** The combinations that no rule claims. */
  readonly uncovered: readonly string[]
  /** The pairs of rules that claim the same combinations. */
  readonly overlaps: readonly RuleOverlap[]
  /** The rules that can never match where the first one decides. */
  readonly neverMatch: readonly IdleRule[]
}

/**
 * Proves that a set of rules gives every combination of scores exactly one segment, or lists what stands in the way: all
 * combinations are tried.
 *
 * O(combinations × rules²).
 * @param rules as for `nameSegments`
 * @param bins number of scores, one for all metrics (default 5) or one for each
 * @throws TypeError or RangeError for a rule without a name or with a range outside the bins
 * @example
 * const { total, disjoint } = checkRules(classicSegments) // both true
 * checkRules(rfmRecommenderSegments).neverMatch.map(({ name }) => name) // ['At Risk', 'Cannot Lose Them']
 */
export function checkRules(rules: readonly SegmentRule[], bins: number | PerMetric<number> = 5): RuleReport {
  const sizes = binsOf('checkRules', bins)
  checkRanges('checkRules', rules, sizes)
  const all = combinations(sizes).map((scores) => ({
    digits: digitsOf(scores, sizes),
    claims: [...rules.keys()].filter((rule) => matches(rules[rule]!, scores)),
  }))
  const uncovered = all.filter(({ claims }) => claims.length === 0).map(({ digits }) => digits)
  const overlaps = overlapsOf(rules, all)
  return {
    total: uncovered.length === 0,
    disjoint: overlaps.length === 0,
    combinations: all.length,
    uncovered,
    overlaps,
    neverMatch: idleRules(rules, all),
  }
}

/** A combination of scores and the positions of the rules that claim it. */
interface Claimed {
  readonly digits: string
  readonly claims: readonly number[]
}

function overlapsOf(rules: readonly SegmentRule[], all: readonly Claimed[]): RuleOverlap[] {
  const overlaps: RuleOverlap[] = []
  for (let first = 0; first < rules.length; first++) {
    for (let second = first + 1; second < rules.length; second++) {
      const both = all.filter(({ claims }) => claims.includes(first) && claims.includes(second))
      if (both.length === 0) continue
      const scores = both.map(({ digits }) => digits)
      overlaps.push({ first, second, names: [rules[first]!.name, rules[second]!.name], scores })
    }
  }
  return overlaps
}

function idleRules(rules: readonly SegmentRule[], all: readonly Claimed[]): IdleRule[] {
  return rules.flatMap(({ name }, rule) => {
    const claimed = all.filter(({ claims }) => claims.includes(rule))
    const deciding = new Set(claimed.map(({ claims }) => claims[0]!))
    return deciding.has(rule) ? [] : [{ rule, name, behind: [...deciding].sort((a, b) => a - b) }]
  })
}
