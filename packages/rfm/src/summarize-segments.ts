import {
  compensatedSum,
  featureColumn,
  groupSums,
  idIndex,
  quantiles,
  typeError,
  type FeatureTable,
} from '@clientele/core'
import { METRICS } from './metrics.js'

/**
 * What each segment is worth: one row per segment that has customers, in the order of the rules.
 *
 * Columns: `customers` and `customerShare` of all; `revenue` (sum of monetary) and `revenueShare` of all;
 * `valueConcentration` = revenue share ÷ customer share, above 1 where a segment brings more than its number; then mean and
 * median of the three metrics (`meanRecency`, `medianRecency`, …). Shares are fractions of 1; when revenue in total is 0 or
 * less, `revenueShare` and `valueConcentration` are 0.
 *
 * O(customers × segments) time.
 * @param table a result of {@link nameSegments}
 * @throws TypeError when the table has no column of named segments
 * @example console.table(rowsOf(summarizeSegments(nameSegments(scored))))
 */
export function summarizeSegments(table: FeatureTable): FeatureTable<string> {
  const segment = table.columns.find(({ name }) => name === 'segment')
  if (segment?.labels === undefined) {
    throw typeError('summarizeSegments', 'table', 'have a column of segments (see nameSegments)', table)
  }
  const { labels, values: segmentOf } = segment
  const counts = new Int32Array(labels.length)
  segmentOf.forEach((position) => counts[position]!++)
  const present = Array.from(labels.keys()).filter((position) => counts[position]! > 0)
  const column = (name: string, valueOf: (position: number) => number) => ({
    name,
    values: Float64Array.from(present, valueOf),
  })

  const money = featureColumn(table, 'monetary').values
  const revenue = groupSums(segmentOf, money, labels.length)
  const total = compensatedSum(money)
  const customerShare = (position: number) => counts[position]! / segmentOf.length
  const revenueShare = (position: number) => (total > 0 ? revenue[position]! / total : 0)
  return {
    entity: 'segment',
    index: idIndex(present.map((position) => labels[position]!)),
    columns: [
      column('customers', (position) => counts[position]!),
      column('customerShare', customerShare),
      column('revenue', (position) => revenue[position]!),
      column('revenueShare', revenueShare),
      column('valueConcentration', (position) => revenueShare(position) / customerShare(position)),
      ...METRICS.flatMap((metric) => {
        const { values } = featureColumn(table, metric)
        const sums = groupSums(segmentOf, values, labels.length)
        const title = metric.charAt(0).toUpperCase() + metric.slice(1)
        return [
          column(`mean${title}`, (position) => sums[position]! / counts[position]!),
          column(`median${title}`, (position) => medianWhere(values, (row) => segmentOf[row] === position)),
        ]
      }),
    ],
  }
}

function medianWhere(values: ArrayLike<number>, matches: (row: number) => boolean): number {
  return quantiles(
    Float64Array.from(values).filter((_, row) => matches(row)),
    [0.5],
  )[0]!
}
