import { checkInteger, checkOneOf, rangeError, typeError } from '@clientele/core'
import { METRICS, type PerMetric } from '../metrics.js'
import { combinations, matches } from './rule-matches.js'
import type { SegmentRule } from './segment-rules.js'

/** One number for each metric: a customer's scores, or how many scores there are. */
export type Scores = PerMetric<number>

/** Which segment each combination of scores belongs to. */
export interface SegmentCells {
  /** Names of the segments, each once, in the order of the rules. */
  readonly names: readonly string[]
  /** {@link cellOf} a combination of scores → position in `names`. */
  readonly segment: Int32Array
}

/** Position of a combination of scores among all combinations, recency slowest. */
export function cellOf({ recency, frequency, monetary }: Scores, bins: Scores): number {
  return ((recency - 1) * bins.frequency + frequency - 1) * bins.monetary + monetary - 1
}

/**
 * The segment of every combination of scores; where several rules match, the first decides.
 *
 * O(combinations × rules).
 * @throws TypeError or RangeError for a rule without a name or with a range outside the bins, and for combinations that no
 * rule matches, which are listed
 */
export function segmentCells(fn: string, rules: readonly SegmentRule[], bins: Scores): SegmentCells {
  checkRanges(fn, rules, bins)
  const names = [...new Set(rules.map((rule) => rule.name))]
  const all = combinations(bins)
  const deciding = all.map((scores) => rules.find((rule) => matches(rule, scores)))
  checkCovered(
    fn,
    rules,
    all.filter((_, cell) => deciding[cell] === undefined),
  )
  return { names, segment: Int32Array.from(deciding, (rule) => names.indexOf(rule!.name)) }
}

/**
 * Throws unless every rule has a name and, for each metric, "any" or a range within the bins, and nothing else: a misspelt metric
 * would otherwise be a condition that no one hears of.
 * @throws TypeError or RangeError that names the rule
 */
export function checkRanges(fn: string, rules: readonly SegmentRule[], bins: Scores): void {
  const given: unknown = rules
  if (!Array.isArray(given)) throw typeError(fn, 'rules', 'be an array', given)
  rules.forEach((rule, i) => checkRule(fn, `rules[${i}]`, rule, bins))
}

function checkRule(fn: string, name: string, rule: SegmentRule | null | undefined, bins: Scores): void {
  if (typeof rule?.name !== 'string') throw typeError(fn, `${name}.name`, 'be a string', rule?.name)
  for (const metric of METRICS) {
    const range: unknown = rule[metric]
    if (range === 'any') continue
    if (!Array.isArray(range) || range.length !== 2) {
      throw typeError(fn, `${name}.${metric}`, 'be "any" or [lowest, highest]', range)
    }
    const [lowest, highest] = range as unknown[]
    checkInteger(fn, `${name}.${metric}[0]`, lowest, { min: 1, max: bins[metric] })
    checkInteger(fn, `${name}.${metric}[1]`, highest, { min: lowest, max: bins[metric] })
  }
  for (const property of Object.keys(rule)) checkOneOf(fn, `a property of ${name}`, property, ['name', ...METRICS])
}

/** Number of uncovered combinations that an error spells out. */
const SPELLED_OUT = 20

function checkCovered(fn: string, rules: readonly SegmentRule[], uncovered: readonly Scores[]): void {
  if (uncovered.length === 0) return
  const more = uncovered.length > SPELLED_OUT ? ` and ${uncovered.length - SPELLED_OUT} more` : ''
  const texts = uncovered.slice(0, SPELLED_OUT).map((scores) => METRICS.map((metric) => scores[metric]).join('-'))
  throw rangeError(fn, 'rules', `match every combination of scores (none matches ${texts.join(', ') + more})`, rules)
}
