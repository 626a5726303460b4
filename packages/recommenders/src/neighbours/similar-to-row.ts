import { similarRows } from '../kernels/similar-rows.js'
import type { Profile } from '../profile.js'
import { sizeOf, type ComparedRows } from './compared-rows.js'

/**
 * The rows most similar to a row that comes from outside, ascending: for a row like one of those compared, the bits that comparing
 * them with one another gives. O(cells of its columns) time.
 */
export function similarToRow(compared: ComparedRows, row: Profile): Profile {
  const { comparison, limits, byRow, byColumn, sizes, parts, xlogx } = compared
  const rows = byRow.rows
  const kept = Math.min(limits.neighbors, rows)
  const { items, values } = comparison.weigh?.(row) ?? row
  const [counts, found, similarities] = [new Int32Array(1), new Int32Array(kept), new Float64Array(kept)]
  similarRows(
    Int32Array.of(0, items.length),
    items,
    values,
    byColumn.offsets,
    byColumn.indices,
    byColumn.values,
    rows,
    parts,
    comparison.kind,
    sizes,
    byRow.columns,
    xlogx,
    limits.shrinkage,
    limits.minSupport,
    kept,
    Float64Array.of(sizeOf(values, comparison)),
    rows,
    counts,
    found,
    similarities,
    new Float64Array(rows * parts),
    new Int32Array(0),
    0,
    1,
  )
  return { items: found.subarray(0, counts[0]), values: similarities.subarray(0, counts[0]) }
}
