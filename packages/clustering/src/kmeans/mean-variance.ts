import type { RowsToCluster } from './rows-to-cluster.js'

/** Rows whose sums are formed by themselves, so that long columns lose no digits. */
const BLOCK = 4096

/**
 * Mean over the columns of the weighted population variance: the unit of the tolerance of k-means.
 *
 * Means first, then squares around them, each in one sweep over the rows. O(cells) time.
 */
export function meanVariance(points: Pick<RowsToCluster, 'rows' | 'columns' | 'values' | 'weights'>): number {
  const { columns } = points
  const mass = points.weights?.reduce((sum, weight) => sum + weight, 0) ?? points.rows
  const means = columnSums(points, (value) => value).map((sum) => sum / mass)
  const squares = columnSums(points, (value, column) => (value - means[column]!) ** 2)
  return squares.reduce((sum, total) => sum + total / mass, 0) / columns
}

function columnSums(
  { rows, columns, values, weights }: Pick<RowsToCluster, 'rows' | 'columns' | 'values' | 'weights'>,
  term: (value: number, column: number) => number,
): Float64Array {
  const totals = new Float64Array(columns)
  const block = new Float64Array(columns)
  for (let start = 0; start < rows; start += BLOCK) {
    block.fill(0)
    for (let row = start; row < Math.min(rows, start + BLOCK); row++) {
      const weight = weights === undefined ? 1 : weights[row]!
      for (let column = 0; column < columns; column++) {
        block[column]! += weight * term(values[row * columns + column]!, column)
      }
    }
    for (let column = 0; column < columns; column++) totals[column]! += block[column]!
  }
  return totals
}
