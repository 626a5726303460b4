import { addUp, isApart } from '../kernels/similar-rows.js'
import { similarityOf, trustOf } from '../kernels/similarity.js'
import type { Profile } from '../profile.js'
import { sizeOf, type ComparedRows } from './compared-rows.js'

/**
 * How similar each compared row is to a row that comes from outside, by position; 0 where it is no neighbour. O(rows + cells of its
 * columns) time.
 */
export function similaritiesToRow(compared: ComparedRows, row: Profile): Float64Array {
  const { comparison, limits, byRow, byColumn, sizes, parts, xlogx } = compared
  const { items, values } = comparison.weigh?.(row) ?? row
  const lists = {
    offsets: Int32Array.of(0, items.length),
    columns: items,
    values,
    columnOffsets: byColumn.offsets,
    columnRows: byColumn.indices,
    columnValues: byColumn.values,
  }
  const pairs = new Float64Array(byRow.rows * parts)
  addUp(lists, 0, parts, pairs)
  const own = sizeOf(values, comparison)
  return sizes.map((size, other) => {
    const pair = other * parts
    if (isApart(pairs, pair, parts, limits.minSupport)) return 0
    const similarity = similarityOf(comparison.kind, pairs, pair, own, size, byRow.columns, xlogx)
    const trusted = similarity * trustOf(comparison.kind, pairs[pair + 1]!, limits.shrinkage)
    // Rows of zeros have no cosine.
    return trusted > 0 ? trusted : 0
  })
}
