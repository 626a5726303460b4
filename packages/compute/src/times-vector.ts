import { checkLength, run, type Steps } from '@clientele/core'
import { copyMatrix } from './copy-in.js'
import { copyOut } from './copy-out.js'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { checkShape, type Floats, type Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import type { FloatType, Region } from './region.js'
import { rowTask } from './row-task.js'
import { checkNumbers, checkVector, copyVector } from './vector.js'

const FN = 'timesVector'
/** Cells of one block: about a millisecond of work. */
const BLOCK_CELLS = 1 << 21

/**
 * Matrix times vector: one dot product per row.
 *
 * 2 · cells operations; memory for a copy of the matrix. Each dot product has partial sums in a fixed pattern of lanes.
 * @throws RangeError when the lengths do not match, the matrix is empty, a number is not finite or the result overflows, or
 * memory does not suffice; TypeError when precisions differ
 * @example timesVector({ rows: 1, columns: 2, values: Float64Array.of(1, 2) }, Float64Array.of(3, 4)) // Float64Array [11]
 */
export function timesVector<A extends Floats>(matrix: Matrix<A>, vector: A): A {
  return run(timesVectorSteps(localEngine(), matrix, vector))
}

/**
 * {@link timesVector} on a pool of workers: the same bits.
 * @throws as {@link timesVector} does, as a rejection, and with the signal's reason
 * @example await timesVectorAsync(matrix, vector, { workers: 2 })
 */
export function timesVectorAsync<A extends Floats>(
  matrix: Matrix<A>,
  vector: A,
  options: PooledOptions = {},
): Promise<A> {
  return onPool(FN, options, (engine) => timesVectorSteps(engine, matrix, vector))
}

function* timesVectorSteps<A extends Floats>(engine: Engine, matrix: Matrix<A>, vector: A): Steps<A> {
  checkShape(FN, 'matrix', matrix)
  const { rows, columns, values } = matrix
  checkVector(FN, 'vector', vector, values)
  checkLength(FN, 'vector', vector, columns, 'column')
  engine.arena.require(FN, (values.length + columns + rows) * values.BYTES_PER_ELEMENT)
  const scope = engine.arena.scope(FN)
  try {
    const cells = yield* copyMatrix(FN, scope, 'matrix', matrix)
    const factors = yield* copyVector(FN, scope, 'vector', vector)
    const into: Region<FloatType> = scope.room(cells.type, rows)
    const kernel = cells.type === 'f32' ? 'timesVectorF32' : 'timesVectorF64'
    const blockRows = Math.max(1, Math.floor(BLOCK_CELLS / columns))
    yield rowTask(engine, computeKernels, kernel, [cells, columns, factors, into], { rows, blockRows })
    return (yield* copyOut(into, (piece, first) => checkNumbers(FN, 'product', piece, first))) as A
  } finally {
    scope.close()
  }
}
