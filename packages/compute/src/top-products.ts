import { checkInteger, rangeError, run, type Steps } from '@clientele/core'
import type { Scope } from './arena.js'
import { blockRows } from './block-rows.js'
import { copyIn } from './copy-in.js'
import { copyOut } from './copy-out.js'
import { checkRowColumns, copyRowColumns, type RowColumns } from './csr-rows.js'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { DEPTH } from './kernels/product.js'
import { checkCells, checkShape, type Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { packColumns, packedLength } from './pack-columns.js'
import type { Region } from './region.js'
import { rowTask } from './row-task.js'

/** Rows of one block, for a catalogue of some thousand items: about 10 ms of work. */
const BLOCK_ROWS = 128
/** Rows whose scores are held at one time, and of a register tile. */
const STRIP_ROWS = 16
const TILE_ROWS = 4
const TILE_ELEMENTS = 32
/** Multiplications that take as long as moving one place of a list. */
const MOVE = 4
/** The largest number of single precision. */
const LARGEST = 3.4028234663852886e38

/** The n best columns of each row, best first. */
export interface TopRows {
  /** Length of each row's list. */
  readonly n: number
  /** Row r's columns: `n` from `r * n` on; -1 where fewer than `n` may be chosen. */
  readonly indices: Int32Array
  /** Their scores; -Infinity where the index is -1. */
  readonly scores: Float32Array
}

/** Options of {@link topProducts}. */
export interface TopProductsOptions {
  /** Columns to leave out of each row's answer, such as what a customer has bought; default: none. */
  readonly struckOut?: RowColumns
}

/**
 * The n best scores of each row among the products of its factors with all items' factors: the scores are never held at once.
 *
 * Equal scores rank by the lower column. 2 · rows · items · factors operations; memory for the factors (the items' twice), the
 * answer, and the scores of 16 rows for each worker.
 * @param left rows × factors, such as customers
 * @param right items × factors
 * @throws RangeError when the factors differ in number, a matrix is empty, a cell is not finite or so large that scores could
 * overflow, `n` is below 1, a column is outside the items, or memory does not suffice; TypeError when a matrix is not of single
 * precision
 * @example
 * const customers = { rows: 1, columns: 2, values: Float32Array.of(1, 0) }
 * const items = { rows: 2, columns: 2, values: Float32Array.of(0, 1, 1, 0) }
 * topProducts(customers, items, 1).indices // Int32Array [1]
 */
export function topProducts(
  left: Matrix<Float32Array>,
  right: Matrix<Float32Array>,
  n: number,
  options: TopProductsOptions = {},
): TopRows {
  return run(topProductsSteps(localEngine(), left, right, n, options))
}

/**
 * {@link topProducts} on a pool of workers: the same bits.
 * @throws as {@link topProducts} does, as a rejection, and with the signal's reason
 * @example await topProductsAsync(customers, items, 10, { struckOut: bought, workers: 2 })
 */
export function topProductsAsync(
  left: Matrix<Float32Array>,
  right: Matrix<Float32Array>,
  n: number,
  options: PooledOptions & TopProductsOptions = {},
): Promise<TopRows> {
  return onPool('topProducts', options, (engine) => topProductsSteps(engine, left, right, n, options))
}

const FN = 'topProducts'

function* topProductsSteps(
  engine: Engine,
  left: Matrix<Float32Array>,
  right: Matrix<Float32Array>,
  n: number,
  options: TopProductsOptions,
): Steps<TopRows> {
  checkFactors(left, right, n)
  const { rows, columns: depth } = left
  const columns = right.rows
  const struckOut = options.struckOut ?? { offsets: new Int32Array(rows + 1), indices: new Int32Array(0) }
  checkRowColumns(FN, 'struckOut', struckOut, rows)
  const scratch = { scratch: 'f32', length: TILE_ELEMENTS + STRIP_ROWS * (columns + DEPTH) } as const
  const factors = left.values.length + right.values.length + packedLength('f32', depth, columns)
  const lists = struckOut.offsets.length + struckOut.indices.length + 2 * rows * n
  engine.arena.require(FN, 4 * (factors + lists + engine.threads * scratch.length))
  const scope = engine.arena.scope(FN)
  try {
    const [rowFactors, packed] = yield* copyFactors(engine, scope, left, right)
    const seen = yield* copyRowColumns(FN, scope, 'struckOut', struckOut, columns)
    const indices = scope.room('i32', rows * n)
    const scores = scope.room('f32', rows * n)
    const args = [rowFactors, packed, depth, columns, ...seen, n, indices, scores, scratch]
    yield rowTask(engine, computeKernels, FN, args, {
      rows,
      blockRows: blockRows(columns * (depth + MOVE * n), BLOCK_ROWS, TILE_ROWS),
    })
    return { n, indices: yield* copyOut(indices), scores: yield* copyOut(scores) }
  } finally {
    scope.close()
  }
}

function checkFactors(left: Matrix<Float32Array>, right: Matrix<Float32Array>, n: number): void {
  checkShape(FN, 'left', left, [Float32Array])
  checkShape(FN, 'right', right, [Float32Array])
  checkInteger(FN, 'n', n, { min: 1 })
  if (right.columns !== left.columns) {
    throw rangeError(FN, 'right.columns', `be ${left.columns}, the columns of left`, right.columns)
  }
}

/** Both sides in the arena, the right one packed; factors whose products might not fit in single precision are refused. */
function* copyFactors(
  engine: Engine,
  scope: Scope,
  left: Matrix<Float32Array>,
  right: Matrix<Float32Array>,
): Steps<[left: Region<'f32'>, packed: Region<'f32'>]> {
  const most = { left: 0, right: 0 }
  const copy = (side: 'left' | 'right', { columns, values }: Matrix<Float32Array>) =>
    copyIn<'f32'>(scope, values, (piece, first) => {
      checkCells(FN, side, piece, columns, first)
      for (let i = 0; i < piece.length; i++) most[side] = Math.max(most[side], Math.abs(piece[i]!))
    })
  const depth = left.columns
  const columns = right.rows
  const rowFactors = yield* copy('left', left)
  const itemFactors = yield* copy('right', right)
  const bound = most.left * most.right * depth
  if (bound > LARGEST)
    throw rangeError(FN, 'left · right', `be at most ${LARGEST}, so that scores cannot overflow`, bound)
  const packed = scope.room('f32', packedLength('f32', depth, columns))
  yield* packColumns(engine, packed, { right: itemFactors, depth, columns, depthStep: 1, columnStep: depth })
  return [rowFactors, packed]
}
