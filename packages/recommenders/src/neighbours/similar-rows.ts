import { rowTask, type Engine, type KernelArgument, type Region, type Scope } from '@clientele/compute'
import { transpose, type Csr, type Steps } from '@clientele/core'
import { copyCsr } from '../copy-csr.js'
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
    const found = placesFor(scope, atOnce, kept)
    const into = growing(rows)
    for (let first = 0; first < rows; first += atOnce) {
      const count = Math.min(atOnce, rows - first)
      const args: KernelArgument[] = [
        ...lists,
        ...settings,
        first,
        found.counts,
        found.kept,
        found.similarities,
        ...scratch,
      ]
      yield rowTask(engine, recommenderKernels, 'similarRows', args, { rows: count, blockRows: BLOCK_ROWS })
      into.add(first, count, kept, found)
      yield { stage: 'similarities', done: first + count, total: rows }
    }
    return into.matrix()
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

/** Where the kernel writes the lists of some rows. */
interface Places {
  readonly counts: Region<'i32'>
  readonly kept: Region<'i32'>
  readonly similarities: Region<'f64'>
}

function placesFor(scope: Scope, rows: number, kept: number): Places {
  return {
    counts: scope.room('i32', rows),
    kept: scope.room('i32', rows * kept),
    similarities: scope.room('f64', rows * kept),
  }
}

/** A sparse matrix that grows by some rows at a time. */
function growing(rows: number) {
  const offsets = new Int32Array(rows + 1)
  const pieces: { readonly indices: Int32Array; readonly values: Float64Array }[] = []
  return {
    add(first: number, count: number, places: number, { counts, kept, similarities }: Places): void {
      const [lengths, columns, numbers] = [counts.view(), kept.view(), similarities.view()]
      for (let r = 0; r < count; r++) offsets[first + r + 1] = offsets[first + r]! + lengths[r]!
      const cells = offsets[first + count]! - offsets[first]!
      const piece = { indices: new Int32Array(cells), values: new Float64Array(cells) }
      for (let r = 0; r < count; r++) {
        const to = offsets[first + r]! - offsets[first]!
        piece.indices.set(columns.subarray(r * places, r * places + lengths[r]!), to)
        piece.values.set(numbers.subarray(r * places, r * places + lengths[r]!), to)
      }
      pieces.push(piece)
    },
    matrix(): Csr {
      const cells = { indices: new Int32Array(offsets[rows]!), values: new Float64Array(offsets[rows]!) }
      let to = 0
      for (const { indices, values } of pieces) {
        cells.indices.set(indices, to)
        cells.values.set(values, to)
        to += indices.length
      }
      return { rows, columns: rows, offsets, ...cells }
    },
  }
}
