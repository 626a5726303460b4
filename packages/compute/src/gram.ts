import { run, type Steps } from '@clientele/core'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { DEPTH } from './kernels/product.js'
import { checkMatrix, type Floats, type Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import type { FloatType, Region } from './region.js'
import { rowTask } from './row-task.js'

/** Rows whose Gram matrix is one partial sum: more make fewer sums, but blocks that are longer between two cancellations. */
const BLOCK_ROWS = 4096
const TILE_ELEMENTS = 32

/**
 * Gram matrix XᵀX: columns × columns, symmetric.
 *
 * 2 · rows · columns² operations; memory for X and one result for each 4,096 rows. The blocks' sums are added in block order,
 * so that the result is the same for any number of workers.
 * @throws RangeError when X is empty or a cell is not finite
 * @example gram({ rows: 2, columns: 1, values: Float64Array.of(3, 4) }).values // Float64Array [25]
 */
export function gram<A extends Floats>(matrix: Matrix<A>): Matrix<A> {
  return run(gramSteps(localEngine(), matrix))
}

/** {@link gram} on a pool of workers: the same bits. */
export function gramAsync<A extends Floats>(matrix: Matrix<A>, options: PooledOptions = {}): Promise<Matrix<A>> {
  return onPool(options, (engine) => gramSteps(engine, matrix))
}

function* gramSteps<A extends Floats>(engine: Engine, matrix: Matrix<A>): Steps<Matrix<A>> {
  checkMatrix('gram', 'matrix', matrix)
  const { rows, columns, values } = matrix
  const cells = values.length + (1 + Math.ceil(rows / BLOCK_ROWS)) * columns * columns
  engine.arena.require('gram', cells * values.BYTES_PER_ELEMENT)
  const scope = engine.arena.scope('gram')
  try {
    const region = scope.copy(values as Float32Array) as Region<FloatType>
    const into = scope.room(region.type, columns * columns)
    yield* gramRegions(engine, region, { rows, columns, into })
    return { rows: columns, columns, values: into.view().slice() as A }
  } finally {
    scope.close()
  }
}

/** The Gram matrix of a matrix in the arena, as steps of a larger algorithm; `into` is overwritten. */
export function* gramRegions(
  engine: Engine,
  matrix: Region<FloatType>,
  shape: { readonly rows: number; readonly columns: number; readonly into: Region<FloatType> },
): Steps<void> {
  const { rows, columns, into } = shape
  const kernel = matrix.type === 'f32' ? 'gramF32' : 'gramF64'
  const cells = columns * columns
  const scope = engine.arena.scope(kernel)
  try {
    const blocks = Math.ceil(rows / BLOCK_ROWS)
    const partials = scope.room(matrix.type, blocks * cells)
    const scratch = { scratch: matrix.type, length: TILE_ELEMENTS + 2 * DEPTH * (columns + 8) }
    yield rowTask(engine, computeKernels, kernel, [matrix, columns, partials, BLOCK_ROWS, scratch], {
      rows,
      blockRows: BLOCK_ROWS,
    })
    const sum = into.view()
    sum.fill(0)
    for (let block = 0; block < blocks; block++) {
      const partial = partials.from(block * cells).view()
      for (let i = 0; i < cells; i++) sum[i] = sum[i]! + partial[i]!
    }
  } finally {
    scope.close()
  }
}
