import { checkLength, run, type Steps } from '@clientele/core'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { checkMatrix, checkSamePrecision, type Floats, type Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { rowTask } from './row-task.js'

/** Cells of one block: about a millisecond of work. */
const BLOCK_CELLS = 1 << 21

/**
 * Matrix times vector: one dot product per row.
 *
 * 2 · cells operations; memory for a copy of the matrix. Each dot product has partial sums in a fixed pattern of lanes.
 * @throws RangeError when the lengths do not match, the matrix is empty, or a number is not finite; TypeError when precisions differ
 * @example timesVector({ rows: 1, columns: 2, values: Float64Array.of(1, 2) }, Float64Array.of(3, 4)) // Float64Array [11]
 */
export function timesVector<A extends Floats>(matrix: Matrix<A>, vector: A): A {
  return run(timesVectorSteps(localEngine(), matrix, vector))
}

/** {@link timesVector} on a pool of workers: the same bits. */
export function timesVectorAsync<A extends Floats>(
  matrix: Matrix<A>,
  vector: A,
  options: PooledOptions = {},
): Promise<A> {
  return onPool(options, (engine) => timesVectorSteps(engine, matrix, vector))
}

/**
 * Dot product of two vectors of equal length: the one number of {@link timesVector} for a matrix of one row.
 * @throws RangeError when the lengths differ, are 0, or a number is not finite
 * @example dot(Float64Array.of(1, 2), Float64Array.of(3, 4)) // 11
 */
export function dot<A extends Floats>(a: A, b: A): number {
  return timesVector({ rows: 1, columns: a.length, values: a }, b)[0]!
}

function* timesVectorSteps<A extends Floats>(engine: Engine, matrix: Matrix<A>, vector: A): Steps<A> {
  const fn = 'timesVector'
  checkMatrix(fn, 'matrix', matrix)
  checkLength(fn, 'vector', vector, matrix.columns, 'column')
  const asRow = { rows: 1, columns: vector.length, values: vector }
  checkMatrix(fn, 'vector', asRow)
  checkSamePrecision(fn, 'vector', asRow, matrix)
  const { rows, columns, values } = matrix
  engine.arena.require(fn, (values.length + columns + rows) * values.BYTES_PER_ELEMENT)
  const scope = engine.arena.scope(fn)
  try {
    const type = values instanceof Float32Array ? 'f32' : 'f64'
    const cells = scope.copy(values as Float64Array)
    const factors = scope.copy(vector as Float64Array)
    const into = scope.room(type, rows)
    const kernel = type === 'f32' ? 'timesVectorF32' : 'timesVectorF64'
    const blockRows = Math.max(1, Math.floor(BLOCK_CELLS / columns))
    yield rowTask(engine, computeKernels, kernel, [cells, columns, factors, into], { rows, blockRows })
    return into.view().slice() as A
  } finally {
    scope.close()
  }
}
