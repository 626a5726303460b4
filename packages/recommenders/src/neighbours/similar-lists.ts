import { rowTask, type Engine } from '@clientele/compute'
import type { Csr, Steps } from '@clientele/core'
import { copyCsr } from '../copy-csr.js'
import { compactLists, listsFrom, roomForLists } from '../bulk/found-lists.js'
import { recommenderKernels } from '../kernels/library.js'
import type { ComparedRows } from './compared-rows.js'

/** Rows of one block: enough work to be worth handing out, little enough to be spread evenly. */
const BLOCK_ROWS = 8
/** Places of neighbours that are held in the arena at one time. */
const PLACES = 2 ** 22
/** How often progress is told. */
const REPORTS = 20

/** The rows for which lists are made. */
export interface AskedRows {
  /** Their weighted cells. */
  readonly byRow: Csr
  /** What is known of each by itself. */
  readonly sizes: Float64Array
  /** Whether row i is row i of those it is compared with, and not its own neighbour; otherwise it is looked at like any other. */
  readonly areSelves: boolean
  /** Most that a list may hold. */
  readonly kept: number
}

/** Lists of some rows one after the other: a matrix without its shape. */
export type Lists = Pick<Csr, 'offsets' | 'indices' | 'values'>

/**
 * The most similar rows of each asked-for row, by the kernel `similarRows`, some rows at a time.
 *
 * Holds the weighted matrix twice and up to 4 million neighbours.
 * @param fn the calling function, named in errors
 * @param take gets the lists of the asked-for rows from `first` on, in order
 * @throws RangeError when memory does not suffice
 */
export function* similarLists(
  engine: Engine,
  fn: string,
  compared: ComparedRows,
  asked: AskedRows,
  take: (lists: Lists, first: number) => void,
): Steps<void> {
  const { comparison, limits, byRow, byColumn, parts } = compared
  const rows = byRow.rows
  const [total, kept] = [asked.byRow.rows, asked.kept]
  const atOnce = Math.min(total, Math.max(BLOCK_ROWS, Math.floor(PLACES / kept)))
  const step = Math.max(BLOCK_ROWS, Math.ceil(total / REPORTS))
  const scratch = [
    { scratch: 'f64', length: rows * (parts + 1) + kept },
    { scratch: 'i32', length: rows + kept + (rows >> 8) + 1 },
  ] as const
  engine.arena.require(fn, bytesOf(compared, asked, atOnce * kept) + engine.threads * 8 * 2 * scratch[0].length)
  const scope = engine.arena.scope(fn)
  try {
    const [offsets, columns, values] = yield* copyCsr(scope, asked.byRow)
    const lists = [columns, values, ...(yield* copyCsr(scope, byColumn))]
    const [sizes, own, xlogx] = [scope.copy(compared.sizes), scope.copy(asked.sizes), scope.copy(compared.xlogx)]
    const settings = [sizes, byRow.columns, xlogx, limits.shrinkage, limits.minSupport, kept]
    const found = roomForLists(scope, atOnce, kept)
    for (let first = 0; first < total; first += atOnce) {
      const count = Math.min(atOnce, total - first)
      for (let done = 0; done < count; done += step) {
        const row = first + done
        const selves = [own.from(row), asked.areSelves ? row : rows]
        const input = [offsets.from(row), ...lists, rows, parts, comparison.kind, ...settings, ...selves]
        const args = [...input, ...listsFrom(found, done, kept), ...scratch]
        const some = { rows: Math.min(step, count - done), blockRows: BLOCK_ROWS }
        yield rowTask(engine, recommenderKernels, 'similarRows', args, some)
        yield { stage: 'similarities', done: row + some.rows, total }
      }
      take(compactLists(found, count, kept), first)
    }
  } finally {
    scope.close()
  }
}

function bytesOf({ byColumn, sizes, xlogx }: ComparedRows, asked: AskedRows, places: number): number {
  const matrices = [byColumn, asked.byRow].reduce(
    (sum, { offsets, indices }) => sum + 4 * offsets.length + 12 * indices.length,
    0,
  )
  return matrices + 8 * (sizes.length + asked.sizes.length + xlogx.length) + 12 * places
}
