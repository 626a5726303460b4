import { checkInteger, rangeError, typeError } from '@clientele/core'
import { METRICS, type PerMetric } from './metrics.js'
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
export function cellOf(bins: Scores, recency: number, frequency: number, monetary: number): number {
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
  const given: unknown = rules
  if (!Array.isArray(given)) throw typeError(fn, 'rules', 'be an array', given)
  rules.forEach((rule, i) => checkRule(fn, `rules[${i}]`, rule, bins))
  const names = [...new Set(rules.map((rule) => rule.name))]
  const segment = new Int32Array(bins.recency * bins.frequency * bins.monetary)
  const uncovered: string[] = []
  for (let cell = 0; cell < segment.length; cell++) {
    const scores = scoresAt(cell, bins)
    const rule = rules.find((each) => matches(each, scores))
    if (rule === undefined) uncovered.push(METRICS.map((metric) => scores[metric]).join('-'))
    else segment[cell] = names.indexOf(rule.name)
  }
  if (uncovered.length > 0) throw uncoveredError(fn, uncovered, rules)
  return { names, segment }
}

function checkRule(fn: string, name: string, rule: SegmentRule | null | undefined, bins: Scores): void {
  if (typeof rule?.name !== 'string') throw typeError(fn, `${name}.name`, 'be a string', rule?.name)
  for (const metric of METRICS) {
    const range: unknown = rule[metric]
    if (range === 'any') continue
    if (!Array.isArray(range)) throw typeError(fn, `${name}.${metric}`, 'be "any" or [lowest, highest]', range)
    const [lowest, highest] = range as unknown[]
    checkInteger(fn, `${name}.${metric}[0]`, lowest, { min: 1, max: bins[metric] })
    checkInteger(fn, `${name}.${metric}[1]`, highest, { min: lowest, max: bins[metric] })
  }
}

function matches(rule: SegmentRule, scores: Scores): boolean {
  return METRICS.every((metric) => {
    const range = rule[metric]
    return range === 'any' || (scores[metric] >= range[0] && scores[metric] <= range[1])
  })
}

/** The reverse of {@link cellOf}. */
function scoresAt(cell: number, bins: Scores): Scores {
  const recencyAndFrequency = Math.floor(cell / bins.monetary)
  return {
    recency: 1 + Math.floor(recencyAndFrequency / bins.frequency),
    frequency: 1 + (recencyAndFrequency % bins.frequency),
    monetary: 1 + (cell % bins.monetary),
  }
}

/** Number of uncovered combinations that an error spells out. */
const SPELLED_OUT = 20

function uncoveredError(fn: string, uncovered: readonly string[], rules: readonly SegmentRule[]): RangeError {
  const more = uncovered.length > SPELLED_OUT ? ` and ${uncovered.length - SPELLED_OUT} more` : ''
  const list = uncovered.slice(0, SPELLED_OUT).join(', ') + more
  return rangeError(fn, 'rules', `match every combination of scores (none matches ${list})`, rules)
}
