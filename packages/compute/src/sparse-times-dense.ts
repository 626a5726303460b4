import { checkLength, rangeError, run, type Csr, type Dense, type Steps } from '@clientele/core'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { checkMatrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { rowTask } from './row-task.js'

/** Rows of one block. */
const BLOCK_ROWS = 1024

/**
 * Sparse matrix times dense matrix, such as what customers bought times what is known of products.
 *
 * 2 · cells · columns operations; memory for both sides and the answer. A row's cells are added in order of their columns.
 * @throws RangeError when the shapes do not match, the dense matrix is empty, an index is out of range, or a number is not finite
 * @example sparseTimesDense(csrFromTriplets([0], [1], [2], 1, 2), { rows: 2, columns: 1, values: Float64Array.of(5, 7) }).values // [14]
 */
export function sparseTimesDense(sparse: Csr, dense: Dense): Dense {
  return run(sparseTimesDenseSteps(localEngine(), sparse, dense))
}

/** {@link sparseTimesDense} on a pool of workers: the same bits. */
export function sparseTimesDenseAsync(sparse: Csr, dense: Dense, options: PooledOptions = {}): Promise<Dense> {
  return onPool(options, (engine) => sparseTimesDenseSteps(engine, sparse, dense))
}

function* sparseTimesDenseSteps(engine: Engine, sparse: Csr, dense: Dense): Steps<Dense> {
  const fn = 'sparseTimesDense'
  checkSparse(fn, sparse)
  checkMatrix(fn, 'dense', dense)
  if (dense.rows !== sparse.columns)
    throw rangeError(fn, 'dense.rows', `be ${sparse.columns}, the columns of sparse`, dense.rows)
  const { rows, offsets, indices, values } = sparse
  const { columns } = dense
  engine.arena.require(
    fn,
    4 * (offsets.length + indices.length) + 8 * (values.length + dense.values.length + rows * columns),
  )
  const scope = engine.arena.scope(fn)
  try {
    const into = scope.room('f64', rows * columns)
    const cells = [scope.copy(offsets), scope.copy(indices), scope.copy(values)]
    const args = [...cells, scope.copy(dense.values), columns, into]
    yield rowTask(engine, computeKernels, fn, args, { rows, blockRows: BLOCK_ROWS })
    return { rows, columns, values: into.view().slice() }
  } finally {
    scope.close()
  }
}

/** A kernel reads where these indices point, so every one is checked. */
function checkSparse(fn: string, { rows, columns, offsets, indices, values }: Csr): void {
  checkLength(fn, 'sparse.offsets', offsets, rows + 1, 'row, and one')
  checkLength(fn, 'sparse.values', values, indices.length, 'index')
  for (let r = 0; r < rows; r++) {
    if (!(offsets[r]! >= 0 && offsets[r]! <= offsets[r + 1]! && offsets[r + 1]! <= indices.length)) {
      throw rangeError(fn, `sparse.offsets[${r + 1}]`, `ascend to at most ${indices.length}`, offsets[r + 1])
    }
  }
  for (let i = 0; i < indices.length; i++) {
    if (!(indices[i]! >= 0 && indices[i]! < columns)) {
      throw rangeError(fn, `sparse.indices[${i}]`, `be a column below ${columns}`, indices[i])
    }
    if (!Number.isFinite(values[i]!)) throw rangeError(fn, `sparse.values[${i}]`, 'be finite', values[i])
  }
}
