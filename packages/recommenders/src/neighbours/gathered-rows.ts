import type { Csr } from '@clientele/core'

/** Some rows of a matrix, one after the other. O(their cells). */
export function gatheredRows(
  { columns, offsets: from, indices: columnOf, values: valueOf }: Csr,
  rows: Int32Array,
): Csr {
  const offsets = new Int32Array(rows.length + 1)
  rows.forEach((row, r) => (offsets[r + 1] = offsets[r]! + from[row + 1]! - from[row]!))
  const indices = new Int32Array(offsets[rows.length]!)
  const values = new Float64Array(indices.length)
  rows.forEach((row, r) => {
    indices.set(columnOf.subarray(from[row], from[row + 1]), offsets[r])
    values.set(valueOf.subarray(from[row], from[row + 1]), offsets[r])
  })
  return { rows: rows.length, columns, offsets, indices, values }
}
