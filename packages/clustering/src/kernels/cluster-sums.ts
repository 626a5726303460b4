/**
 * Brings the sums of a block up to date with the labels: per cluster the weighted sum of its rows, their weight and their
 * number. Where few rows have moved, each is taken from one cluster and added to another; otherwise, or when `anew`, all
 * are added from the beginning. moved[block] = how many rows have moved; counted[r] = the label that the sums hold for row r.
 *
 * `weights` is read only when `weighted` is 1.
 */
export function addMoves(
  points: Float64Array,
  columns: number,
  weights: Float64Array,
  weighted: number,
  k: number,
  labels: Int32Array,
  counted: Int32Array,
  anew: number,
  sums: Float64Array,
  moved: Int32Array,
  blockRows: number,
  list: Int32Array,
  start: number,
  end: number,
): void {
  const stride = columns + 2
  const block = start / blockRows
  const own = sums.subarray(block * k * stride, (block + 1) * k * stride)
  const add = (row: number, label: number, sign: number) => {
    const weight = sign * (weighted === 1 ? weights[row]! : 1)
    const into = label * stride
    for (let column = 0; column < columns; column++) own[into + column]! += weight * points[row * columns + column]!
    own[into + columns]! += weight
    own[into + columns + 1]! += sign
  }
  let moves = 0
  for (let row = start; row < end; row++) if (labels[row] !== counted[row]) list[moves++] = row
  moved[block] = moves
  const all = anew === 1 || moves > (end - start) >> 2
  if (all) own.fill(0)
  for (let i = 0; i < (all ? end - start : moves); i++) {
    const row = all ? start + i : list[i]!
    if (!all) add(row, counted[row]!, -1)
    add(row, labels[row]!, 1)
    counted[row] = labels[row]!
  }
}
