import type { Csr } from '@clientele/core'

/** The rows of a matrix that are not, bit for bit, what they were before, ascending; rows that are new among them. O(cells). */
export function changedRows(before: Csr, after: Csr): Int32Array {
  const rows = Int32Array.from({ length: after.rows }, (_, row) => row)
  return rows.filter((row) => row >= before.rows || !isSameRow(before, after, row))
}

function isSameRow(before: Csr, after: Csr, row: number): boolean {
  const [old, now] = [before.offsets[row]!, after.offsets[row]!]
  const cells = after.offsets[row + 1]! - now
  if (before.offsets[row + 1]! - old !== cells) return false
  for (let cell = 0; cell < cells; cell++) {
    if (before.indices[old + cell] !== after.indices[now + cell]) return false
    if (before.values[old + cell] !== after.values[now + cell]) return false
  }
  return true
}
