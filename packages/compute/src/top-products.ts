import { checkInteger, checkLength, rangeError, run, type Steps } from '@clientele/core'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { DEPTH } from './kernels/product.js'
import { checkMatrix, type Matrix } from './matrix.js'
import { packColumns, packedLength } from './multiply.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { rowTask } from './row-task.js'

/** Rows of one block: about 10 ms of work on a catalogue of some thousand items. */
const BLOCK_ROWS = 128
/** Rows whose scores are held at one time. */
const STRIP_ROWS = 16
const TILE_ELEMENTS = 32

/** The n best columns of each row, best first. */
export interface TopRows {
  readonly n: number
  /** Row r's columns: `n` from `r * n` on; -1 where fewer than `n` may be chosen. */
  readonly indices: Int32Array
  /** Their scores; -Infinity where the index is -1. */
  readonly scores: Float32Array
}

/** Columns that may not be chosen, by row: `indices[offsets[r]]` up to, not including, `indices[offsets[r + 1]]`. */
export interface StruckOut {
  readonly offsets: Int32Array
  readonly indices: Int32Array
}

/**
 * The n best scores of each row among the products of its factors with all items' factors: the scores are never held at once.
 *
 * Equal scores rank by the lower column. 2 · rows · items · factors operations; memory for the factors and the answer.
 * @param left rows × factors, such as customers
 * @param right items × factors
 * @param struckOut columns to leave out of each row's answer, such as what a customer has bought
 * @throws RangeError when the factors differ in number, a matrix is empty, a cell is not finite, or a column is outside the items
 * @example
 * const customers = { rows: 1, columns: 2, values: Float32Array.of(1, 0) }
 * const items = { rows: 2, columns: 2, values: Float32Array.of(0, 1, 1, 0) }
 * topProducts(customers, items, 1).indices // Int32Array [1]
 */
export function topProducts(
  left: Matrix<Float32Array>,
  right: Matrix<Float32Array>,
  n: number,
  { struckOut }: { readonly struckOut?: StruckOut } = {},
): TopRows {
  return run(topProductsSteps(localEngine(), left, right, n, struckOut))
}

/** {@link topProducts} on a pool of workers: the same bits. */
export function topProductsAsync(
  left: Matrix<Float32Array>,
  right: Matrix<Float32Array>,
  n: number,
  { struckOut, ...options }: PooledOptions & { readonly struckOut?: StruckOut } = {},
): Promise<TopRows> {
  return onPool(options, (engine) => topProductsSteps(engine, left, right, n, struckOut))
}

function* topProductsSteps(
  engine: Engine,
  left: Matrix<Float32Array>,
  right: Matrix<Float32Array>,
  n: number,
  struckOut: StruckOut = { offsets: new Int32Array(left.rows + 1), indices: new Int32Array(0) },
): Steps<TopRows> {
  checkFactors(left, right, n)
  checkStruckOut(struckOut, left.rows, right.rows)
  const { rows, columns: depth } = left
  const columns = right.rows
  const scope = engine.arena.scope('topProducts')
  try {
    const packed = yield* packColumns(engine, scope.room('f32', packedLength('f32', depth, columns)), {
      right: scope.copy(right.values),
      depth,
      columns,
      depthStep: 1,
      columnStep: depth,
    })
    const indices = scope.room('i32', rows * n)
    const scores = scope.room('f32', rows * n)
    const scratch = { scratch: 'f32', length: TILE_ELEMENTS + STRIP_ROWS * (columns + DEPTH) } as const
    const seen = [scope.copy(struckOut.offsets), scope.copy(struckOut.indices)]
    const args = [scope.copy(left.values), packed, depth, columns, ...seen, n, indices, scores, scratch]
    yield rowTask(engine, computeKernels, 'topProducts', args, { rows, blockRows: BLOCK_ROWS })
    return { n, indices: indices.view().slice(), scores: scores.view().slice() }
  } finally {
    scope.close()
  }
}

function checkFactors(left: Matrix<Float32Array>, right: Matrix<Float32Array>, n: number): void {
  checkMatrix('topProducts', 'left', left)
  checkMatrix('topProducts', 'right', right)
  checkInteger('topProducts', 'n', n, { min: 1 })
  if (right.columns !== left.columns) {
    throw rangeError('topProducts', 'right.columns', `be ${left.columns}, the columns of left`, right.columns)
  }
}

/** A kernel writes where these indices point, so every one is checked. */
function checkStruckOut({ offsets, indices }: StruckOut, rows: number, columns: number): void {
  checkLength('topProducts', 'struckOut.offsets', offsets, rows + 1, 'row, and one')
  for (let r = 0; r < rows; r++) {
    if (!(offsets[r]! >= 0 && offsets[r]! <= offsets[r + 1]! && offsets[r + 1]! <= indices.length)) {
      throw rangeError(
        'topProducts',
        `struckOut.offsets[${r + 1}]`,
        `ascend to at most ${indices.length}`,
        offsets[r + 1],
      )
    }
  }
  for (let i = 0; i < indices.length; i++) {
    if (!(indices[i]! >= 0 && indices[i]! < columns)) {
      throw rangeError('topProducts', `struckOut.indices[${i}]`, `be a column below ${columns}`, indices[i])
    }
  }
}
