import { checkNumber, compensatedSum, featureColumn, idIndex, quantiles, typeError } from '@clientele/core'
import type { FeatureColumn, FeatureTable } from '@clientele/core'
import { METRICS, type Metric } from '../metrics.js'

/**
 * What each segment is worth: one row per segment that has customers, in the order of the rules.
 *
 * Columns: `customers` and `customerShare` of all; `revenue` (sum of monetary) and `revenueShare` of all;
 * `valueConcentration` = revenue share ÷ customer share, above 1 where a segment brings more than its number; then mean and
 * median of the three metrics (`meanRecency`, `medianRecency`, …). Shares are fractions of 1; when revenue in total is 0 or
 * less, `revenueShare` and `valueConcentration` are 0.
 *
 * O(customers log customers) time.
 * @param table a result of {@link nameSegments}
 * @throws TypeError when the table has no column of named segments; RangeError when revenue is too large to be a number
 * @example console.table(rowsOf(summarizeSegments(nameSegments(scored))))
 */
export function summarizeSegments(table: FeatureTable): FeatureTable<string> {
  const segments = segmentsOf(table)
  const valuesIn = ({ rows }: Segment, metric: Metric) => {
    const { values } = featureColumn(table, metric)
    return rows.map((row) => values[row]!)
  }
  const column = (name: string, valueOf: (segment: Segment) => number): FeatureColumn => ({
    name,
    values: Float64Array.from(segments, valueOf),
  })
  const revenueOf = (segment: Segment) => compensatedSum(valuesIn(segment, 'monetary'))
  const total = compensatedSum(segments.map(revenueOf))
  checkNumber('summarizeSegments', 'the sum of monetary', total)
  const customerShare = ({ rows }: Segment) => rows.length / table.index.ids.length
  const revenueShare = (segment: Segment) => (total > 0 ? revenueOf(segment) / total : 0)
  return {
    entity: 'segment',
    index: idIndex(segments.map(({ name }) => name)),
    columns: [
      column('customers', ({ rows }) => rows.length),
      column('customerShare', customerShare),
      column('revenue', revenueOf),
      column('revenueShare', revenueShare),
      column('valueConcentration', (segment) => revenueShare(segment) / customerShare(segment)),
      ...METRICS.flatMap((metric) => {
        const title = metric.charAt(0).toUpperCase() + metric.slice(1)
        return [
          column(`mean${title}`, (segment) => compensatedSum(valuesIn(segment, metric)) / segment.rows.length),
          column(`median${title}`, (segment) => quantiles(valuesIn(segment, metric), [0.5])[0]!),
        ]
      }),
    ],
  }
}

/** A segment and the rows of its customers. */
interface Segment {
  readonly name: string
  readonly rows: readonly number[]
}

function segmentsOf(table: FeatureTable): Segment[] {
  const column = table.columns.find(({ name }) => name === 'segment')
  if (column?.labels === undefined) {
    throw typeError('summarizeSegments', 'table', 'have a column of segments (see nameSegments)', table)
  }
  const rowsOf: number[][] = column.labels.map(() => [])
  column.values.forEach((segment, row) => rowsOf[segment]!.push(row))
  return column.labels.map((name, i) => ({ name, rows: rowsOf[i]! })).filter(({ rows }) => rows.length > 0)
}
