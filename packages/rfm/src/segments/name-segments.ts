import { featureColumn, rangeError, type Id } from '@clientele/core'
import { perMetric } from '../metrics.js'
import type { Rfm } from '../rfm.js'
import { cellOf, segmentCells, type Scores } from './segment-cells.js'
import { classicSegments } from './presets/classic-segments.js'
import { quartileSegments } from './presets/quartile-segments.js'
import type { SegmentRule } from './segment-rules.js'

/**
 * Puts every customer in a named segment: a new table with a column `segment`, whose labels are the names in the order of the
 * rules. The first rule that matches a customer's scores decides. An earlier `segment` column is replaced.
 * Prospects, who have no scores, are the segment "Prospects".
 *
 * O(customers + combinations of scores × rules).
 * @param scored a result of {@link rfm}
 * @param rules default {@link classicSegments} for five bins and {@link quartileSegments} for four
 * @throws RangeError when some combination of scores matches no rule (it lists them), a range lies outside the bins, or
 * there is no default for the number of bins; TypeError for a rule that is not one
 * @example
 * nameSegments(scored, [
 *   { name: 'Here', recency: [4, 5], frequency: 'any', monetary: 'any' },
 *   { name: 'Away', recency: 'any', frequency: 'any', monetary: 'any' },
 * ])
 */
export function nameSegments<C extends Id = Id>(scored: Rfm<C>, rules?: readonly SegmentRule[]): Rfm<C> {
  const bins = perMetric((metric) => scored.cuts[metric].length + 1)
  const { names, segment } = segmentCells('nameSegments', rules ?? presetFor(bins), bins)
  const labels = scored.prospects > 0 ? [...new Set([...names, PROSPECTS])] : names
  const scores = perMetric((metric) => featureColumn(scored, `${metric}Score`).values)
  const values = new Int32Array(scored.index.ids.length).fill(labels.indexOf(PROSPECTS))
  for (let row = 0; row < values.length - scored.prospects; row++) {
    const cell = cellOf(
      perMetric((metric) => scores[metric][row]!),
      bins,
    )
    values[row] = segment[cell]!
  }
  const others = scored.columns.filter(({ name }) => name !== 'segment')
  return { ...scored, columns: [...others, { name: 'segment', values, labels }] }
}

/** Segment of customers without an order. */
const PROSPECTS = 'Prospects'

function presetFor({ recency, frequency, monetary }: Scores): readonly SegmentRule[] {
  if (recency === frequency && frequency === monetary) {
    if (recency === 5) return classicSegments
    if (recency === 4) return quartileSegments
  }
  const bins = `${recency}, ${frequency} and ${monetary} bins`
  throw rangeError('nameSegments', 'rules', `be given for ${bins}`, undefined)
}
