import {
  checkInteger,
  checkLength,
  rangeError,
  run,
  typeError,
  type Csr,
  type Dense,
  type Steps,
} from '@clientele/core'
import { copyMatrix } from './copy-in.js'
import { copyFinite } from './copy-out.js'
import { checkRowColumns, copyRowColumns } from './csr-rows.js'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { checkShape } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { rowTask } from './row-task.js'
import { copyVector } from './vector.js'

/** Rows of one block, where they have few cells. */
const BLOCK_ROWS = 1024
/** Multiplications of one block: few, because reading and writing the memory takes longer than they do. */
const BLOCK_WORK = 2 ** 22

/**
 * Sparse matrix times dense matrix, such as what customers bought times what is known of products.
 *
 * 2 · cells · columns operations; memory for both sides and the answer. A row's cells are added in order of their columns.
 * @throws RangeError when the shapes do not match, a matrix is empty, an index is out of range, a number is not finite or the
 * result overflows, or memory does not suffice; TypeError when an array is of the wrong kind
 * @example
 * const bought = csrFromTriplets([0], [1], [2], 1, 2)
 * sparseTimesDense(bought, { rows: 2, columns: 1, values: Float64Array.of(5, 7) }).values // Float64Array [14]
 */
export function sparseTimesDense(sparse: Csr, dense: Dense): Dense {
  return run(sparseTimesDenseSteps(localEngine(), sparse, dense))
}

/**
 * {@link sparseTimesDense} on a pool of workers: the same bits.
 * @throws as {@link sparseTimesDense} does, as a rejection, and with the signal's reason
 * @example await sparseTimesDenseAsync(bought, features, { workers: 2 })
 */
export function sparseTimesDenseAsync(sparse: Csr, dense: Dense, options: PooledOptions = {}): Promise<Dense> {
  return onPool('sparseTimesDense', options, (engine) => sparseTimesDenseSteps(engine, sparse, dense))
}

function* sparseTimesDenseSteps(engine: Engine, sparse: Csr, dense: Dense): Steps<Dense> {
  const fn = 'sparseTimesDense'
  checkSparse(fn, sparse)
  checkShape(fn, 'dense', dense, [Float64Array])
  if (dense.rows !== sparse.columns) {
    throw rangeError(fn, 'dense.rows', `be ${sparse.columns}, the columns of sparse`, dense.rows)
  }
  const { rows, offsets, indices, values } = sparse
  const { columns } = dense
  const numbers = values.length + dense.values.length + rows * columns
  engine.arena.require(fn, 4 * (offsets.length + indices.length) + 8 * numbers)
  const scope = engine.arena.scope(fn)
  try {
    const into = scope.room('f64', rows * columns)
    const cells = yield* copyRowColumns(fn, scope, 'sparse', sparse, sparse.columns)
    const numbersOf = yield* copyVector(fn, scope, 'sparse.values', values)
    const args = [...cells, numbersOf, yield* copyMatrix(fn, scope, 'dense', dense), columns, into]
    const blockRows = evenRows(cells[0].view(), rows, columns)
    yield rowTask(engine, computeKernels, fn, args, { rows, blockRows })
    return { rows, columns, values: yield* copyFinite(fn, 'product', into, columns) }
  } finally {
    scope.close()
  }
}

function checkSparse(fn: string, sparse: Csr): void {
  const { rows, columns, indices, values } = sparse ?? {}
  checkInteger(fn, 'sparse.rows', rows, { min: 1 })
  checkInteger(fn, 'sparse.columns', columns, { min: 1 })
  checkRowColumns(fn, 'sparse', sparse, rows)
  if (!(values instanceof Float64Array)) throw typeError(fn, 'sparse.values', 'be a Float64Array', values)
  checkLength(fn, 'sparse.values', values, indices.length, 'index')
}

/** Rows of a block such that no block has too many cells, wherever the long rows stand. */
function evenRows(offsets: Int32Array, rows: number, columns: number): number {
  let blockRows = BLOCK_ROWS
  while (blockRows > 1 && mostCells(offsets, rows, blockRows) * columns > BLOCK_WORK) blockRows /= 2
  return blockRows
}

function mostCells(offsets: Int32Array, rows: number, blockRows: number): number {
  let most = 0
  for (let start = 0; start < rows; start += blockRows) {
    most = Math.max(most, offsets[Math.min(rows, start + blockRows)]! - offsets[start]!)
  }
  return most
}
