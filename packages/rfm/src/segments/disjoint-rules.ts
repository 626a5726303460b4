import { METRICS, perMetric, type Metric, type PerMetric } from '../metrics.js'
import { binsOf } from './bins-of.js'
import { combinations, matches } from './rule-matches.js'
import { checkRanges } from './segment-cells.js'
import type { SegmentRule } from './segment-rules.js'

/**
 * Rules that say the same without an order: each combination of scores belongs to one rule alone, of the name that decided
 * before. Rules of one name make one segment, as ever; names that never matched are gone.
 *
 * O(combinations × (rules + new rules)).
 * @param rules as for `nameSegments`; what none of them claims stays without a rule
 * @param bins number of scores, one for all metrics (default 5) or one for each
 * @throws TypeError or RangeError for a rule without a name or with a range outside the bins
 * @example
 * disjointRules([
 *   { name: 'Recent', recency: [4, 5], frequency: 'any', monetary: 'any' },
 *   { name: 'Others', recency: 'any', frequency: 'any', monetary: 'any' },
 * ]) // the same Recent, and Others with recency [1, 3]
 */
export function disjointRules(rules: readonly SegmentRule[], bins: number | PerMetric<number> = 5): SegmentRule[] {
  const sizes = binsOf('disjointRules', bins)
  checkRanges('disjointRules', rules, sizes)
  const decided = combinations(sizes).map((scores) => ({
    scores,
    name: rules.find((rule) => matches(rule, scores))?.name,
  }))
  return [...new Set(rules.map(({ name }) => name))].flatMap((name) =>
    boxes(
      decided.filter((each) => each.name === name).map(({ scores }) => scores),
      sizes,
    ).map((box) => ({ name, ...box })),
  )
}

type Box = PerMetric<readonly [lowest: number, highest: number]>

/** Ranges that cover a set of combinations, each once: the first that is open grows as far as it can, metric by metric. */
function boxes(members: readonly PerMetric<number>[], sizes: PerMetric<number>): PerMetric<SegmentRule[Metric]>[] {
  const found: PerMetric<SegmentRule[Metric]>[] = []
  let open = members
  while (open.length > 0) {
    const first = open[0]!
    let box: Box = perMetric((metric) => [first[metric], first[metric]] as const)
    for (const metric of [...METRICS].reverse()) box = grown(box, metric, open)
    open = open.filter((scores) => !contains(box, scores))
    const closed = box
    found.push(
      perMetric((metric) => (closed[metric][0] === 1 && closed[metric][1] === sizes[metric] ? 'any' : closed[metric])),
    )
  }
  return found
}

/** A box made longer along a metric while the next slice of it is open as a whole. */
function grown(box: Box, metric: Metric, open: readonly PerMetric<number>[]): Box {
  const [lowest, highest] = box[metric]
  const slice: Box = { ...box, [metric]: [highest + 1, highest + 1] }
  const volume = METRICS.reduce((product, each) => product * (slice[each][1] - slice[each][0] + 1), 1)
  if (open.filter((scores) => contains(slice, scores)).length < volume) return box
  return grown({ ...box, [metric]: [lowest, highest + 1] }, metric, open)
}

function contains(box: Box, scores: PerMetric<number>): boolean {
  return METRICS.every((metric) => box[metric][0] <= scores[metric] && scores[metric] <= box[metric][1])
}
