/** A cluster's part of the sums of one block, with room for more. */
export interface ClusterSums {
  readonly points: Float64Array
  readonly columns: number
  /** Read only when `weighted` is 1. */
  readonly weights: Float64Array
  readonly weighted: number
  /** Cluster → weighted sum of its rows, their weight, their number. */
  readonly own: Float64Array
}

/** Adds a row to the sums of a cluster, or takes it away with a `sign` of -1. */
export function addRow(
  { points, columns, weights, weighted, own }: ClusterSums,
  row: number,
  label: number,
  sign: 1 | -1,
): void {
  const weight = sign * (weighted === 1 ? weights[row]! : 1)
  const into = label * (columns + 2)
  for (let column = 0; column < columns; column++) own[into + column]! += weight * points[row * columns + column]!
  own[into + columns]! += weight
  own[into + columns + 1]! += sign
}

/** The sums of a block from its labels: per cluster the weighted sum of its rows, their weight and their number. */
export function sumRows(
  points: Float64Array,
  columns: number,
  weights: Float64Array,
  weighted: number,
  labels: Int32Array,
  k: number,
  sums: Float64Array,
  blockRows: number,
  start: number,
  end: number,
): void {
  const length = k * (columns + 2)
  const from = (start / blockRows) * length
  const block = { points, columns, weights, weighted, own: sums.subarray(from, from + length) }
  block.own.fill(0)
  for (let row = start; row < end; row++) addRow(block, row, labels[row]!, 1)
}
