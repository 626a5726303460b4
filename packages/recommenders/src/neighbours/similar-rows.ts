import { rowTask, type Engine } from '@clientele/compute'
import { transpose, type Csr, type Steps } from '@clientele/core'
import { copyCsr } from '../copy-csr.js'
import { compactLists, roomForLists } from '../found-lists.js'
import { PARTS } from '../kernels/add-column.js'
import { recommenderKernels } from '../kernels/library.js'
import { KIND } from '../kernels/similarity.js'

/** What similarities are made of. */
export interface Measure {
  /** One of {@link KIND}. */
  readonly kind: number
  /** What is known of a column by itself: the sum of its squares, or how many cells it has; nothing by default. */
  readonly size?: 'squares' | 'cells'
}

/** Which similarities are kept; see {@link SimilarityOptions}. */
export interface Limits {
  readonly neighbors: number
  readonly shrinkage: number
  readonly minSupport: number
}

/** Rows of one block: enough work to be worth handing out, little enough to be spread evenly. */
const BLOCK_ROWS = 8
/** Places of neighbours that are held in the arena at one time, and how often progress is told. */
const PLACES = 2 ** 22
const REPORTS = 20

/**
 * The most similar other columns of each column, by the kernel of the same name; see {@link similarColumns}.
 * @throws RangeError when memory does not suffice
 */
export function* similarRows(
  engine: Engine,
  fn: string,
  byContext: Csr,
  measure: Measure,
  { neighbors, shrinkage, minSupport }: Limits,
): Steps<Csr> {
  const rows = byContext.columns
  const kept = Math.max(1, Math.min(neighbors, rows - 1))
  const parts = partsOf(measure.kind, shrinkage > 0 || minSupport > 1)
  const atOnce = Math.min(rows, Math.max(BLOCK_ROWS, Math.min(Math.ceil(rows / REPORTS), Math.floor(PLACES / kept))))
  const byRow = transpose(byContext)
  const scratch = [
    { scratch: 'f64', length: rows * (parts + 1) + kept },
    { scratch: 'i32', length: rows + kept + (rows >> 8) + 1 },
  ] as const
  engine.arena.require(fn, bytesOf(byContext, byRow, atOnce * kept) + engine.threads * 8 * 2 * scratch[0].length)
  const scope = engine.arena.scope(fn)
  try {
    const lists = [...(yield* copyCsr(scope, byRow)), ...(yield* copyCsr(scope, byContext))]
    const sizes = scope.copy(sizesOf(byRow, measure.size))
    const xlogx = scope.copy(measure.kind === KIND.logLikelihood ? xlogxTable(byContext.rows) : new Float64Array(1))
    const settings = [rows, parts, measure.kind, sizes, byContext.rows, xlogx, shrinkage, minSupport, kept]
    const found = roomForLists(scope, atOnce, kept)
    const pieces = []
    for (let first = 0; first < rows; first += atOnce) {
      const count = Math.min(atOnce, rows - first)
      const args = [...lists, ...settings, first, ...found, ...scratch]
      yield rowTask(engine, recommenderKernels, 'similarRows', args, { rows: count, blockRows: BLOCK_ROWS })
      pieces.push(compactLists(found, count, kept))
      yield { stage: 'similarities', done: first + count, total: rows }
    }
    return joined(rows, pieces)
  } finally {
    scope.close()
  }
}

function partsOf(kind: number, counted: boolean): number {
  if (kind === KIND.pearson || kind === KIND.commonCosine || kind === KIND.meanSquaredDifference) return PARTS.sums
  return counted ? PARTS.dotsAndCounts : PARTS.dots
}

function bytesOf(byContext: Csr, byRow: Csr, places: number): number {
  const lists = 2 * 12 * byContext.indices.length + 4 * (byContext.offsets.length + byRow.offsets.length)
  return lists + 8 * (byRow.rows + byContext.rows) + 12 * places
}

/** What is known of each row by itself. */
function sizesOf({ rows, offsets, values }: Csr, size: Measure['size']): Float64Array {
  const sizes = new Float64Array(rows)
  if (size === undefined) return sizes
  for (let row = 0; row < rows; row++) {
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      sizes[row]! += size === 'cells' ? 1 : values[cell]! * values[cell]!
    }
  }
  return sizes
}

function xlogxTable(most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, x) => (x === 0 ? 0 : x * Math.log(x)))
}

/** Lists of rows that come by some rows at a time, as one square matrix. */
function joined(rows: number, pieces: readonly Omit<Csr, 'rows' | 'columns'>[]): Csr {
  const cells = pieces.reduce((sum, { indices }) => sum + indices.length, 0)
  const offsets = new Int32Array(rows + 1)
  const indices = new Int32Array(cells)
  const values = new Float64Array(cells)
  let [row, cell] = [0, 0]
  for (const piece of pieces) {
    indices.set(piece.indices, cell)
    values.set(piece.values, cell)
    for (let r = 1; r < piece.offsets.length; r++) offsets[++row] = cell + piece.offsets[r]!
    cell += piece.indices.length
  }
  return { rows, columns: rows, offsets, indices, values }
}
