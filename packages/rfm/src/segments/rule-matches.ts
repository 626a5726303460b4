import { METRICS, type PerMetric } from '../metrics.js'
import type { ScoreRange, SegmentRule } from './segment-rules.js'

/** All combinations of scores, recency slowest: the order of their cells. */
export function combinations({ recency, frequency, monetary }: PerMetric<number>): PerMetric<number>[] {
  const scores = (bins: number) => Array.from({ length: bins }, (_, i) => i + 1)
  return scores(recency).flatMap((r) =>
    scores(frequency).flatMap((f) => scores(monetary).map((m) => ({ recency: r, frequency: f, monetary: m }))),
  )
}

/** Whether a rule takes a combination of scores. */
export function matches(rule: SegmentRule, scores: PerMetric<number>): boolean {
  return METRICS.every((metric) => holds(rule[metric], scores[metric]))
}

function holds(range: ScoreRange, score: number): boolean {
  return range === 'any' || (range[0] <= score && score <= range[1])
}
