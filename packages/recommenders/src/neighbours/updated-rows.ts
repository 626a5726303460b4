import type { Engine } from '@clientele/compute'
import type { Csr, Steps } from '@clientele/core'
import { KIND } from '../kernels/similarity.js'
import type { Profile } from '../profile.js'
import { bestOfProfile } from './best-of-profile.js'
import { changedRows } from './changed-rows.js'
import type { ComparedRows } from './compared-rows.js'
import { KnownLists } from './known-lists.js'
import { gatheredRows } from './gathered-rows.js'
import { similarLists } from './similar-lists.js'
import { similarRows } from './similar-rows.js'

/** What was compared before, and the lists that came of it. */
export interface RowsBefore {
  /** The weighted matrix. */
  readonly byRow: Csr
  /** Row i holds the neighbours of row i. */
  readonly lists: Csr
}

/** Above this share of the work of a full fit, a full fit is the simpler way. */
const MOST = 0.3

/**
 * The most similar rows of each row, as {@link similarRows} finds them, from those that were found before the matrix grew.
 *
 * Rows that changed are compared with all others. That says what becomes of the lists of rows that did not: neighbours that changed
 * have another place, and what stood behind the last place still stands there. Only where a neighbour fell out of a full list, one
 * that was not kept may follow, and the row is compared anew.
 * @param after the matrix now; rows and columns of before are where they were
 */
export function* updatedRows(
  engine: Engine,
  fn: string,
  before: RowsBefore,
  after: ComparedRows,
  among: 'others' | 'all' = 'others',
): Steps<Csr> {
  const changed = changedRows(before.byRow, after.byRow)
  // The likelihood ratio rounds otherwise when its two rows change places.
  const comparesAll = after.comparison.kind === KIND.logLikelihood && changed.length > 0
  if (comparesAll || workOf(after, changed) > MOST * workOf(after)) return yield* similarRows(engine, fn, after, among)
  const { neighbors } = after.limits
  const known = new KnownLists(before.lists, changed, after.byRow.rows, neighbors)
  const listOf = (row: number, all: Profile) => bestOfProfile(among === 'all' ? all : without(all, row), neighbors)
  yield* compareRows(engine, fn, after, changed, after.byRow.rows, (row, all) => {
    known.replace(row, listOf(row, all))
    known.offer(row, all)
  })
  yield* compareRows(engine, fn, after, known.uncertain(), neighbors + 1, (row, all) =>
    known.replace(row, listOf(row, all)),
  )
  return known.toCsr()
}

/** Compares some rows with all; `take` gets the `kept` most similar of each, itself among them. */
function* compareRows(
  engine: Engine,
  fn: string,
  compared: ComparedRows,
  rows: Int32Array,
  kept: number,
  take: (row: number, found: Profile) => void,
): Steps<void> {
  if (rows.length === 0) return
  const byRow = gatheredRows(compared.byRow, rows)
  const sizes = Float64Array.from(rows, (row) => compared.sizes[row]!)
  const asked = { byRow, sizes, areSelves: false, kept: Math.min(kept, compared.byRow.rows) }
  yield* similarLists(engine, fn, compared, asked, ({ offsets, indices, values }, first) => {
    for (let r = 0; r + 1 < offsets.length; r++) {
      const [start, end] = [offsets[r]!, offsets[r + 1]!]
      take(rows[first + r]!, { items: indices.subarray(start, end), values: values.subarray(start, end) })
    }
  })
}

/** Multiply-adds that it takes to compare rows with all others; all rows where none are named. */
function workOf({ byRow, byColumn }: ComparedRows, rows?: Int32Array): number {
  let work = 0
  const addRow = (row: number) => {
    for (let cell = byRow.offsets[row]!; cell < byRow.offsets[row + 1]!; cell++) {
      const column = byRow.indices[cell]!
      work += byColumn.offsets[column + 1]! - byColumn.offsets[column]!
    }
  }
  if (rows) rows.forEach(addRow)
  else for (let row = 0; row < byRow.rows; row++) addRow(row)
  return work
}

function without({ items, values }: Profile, row: number): Profile {
  const at = items.indexOf(row)
  if (at < 0) return { items, values }
  return { items: items.filter((_, i) => i !== at), values: values.filter((_, i) => i !== at) }
}
