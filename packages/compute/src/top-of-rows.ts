import { checkInteger, rangeError, run, type Steps } from '@clientele/core'
import { copyIn } from './copy-in.js'
import { copyOut } from './copy-out.js'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { cellName, checkShape, type Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { rowTask } from './row-task.js'
import type { TopRows } from './top-products.js'

/** Comparisons of one block at worst, when scores ascend and each moves the whole list: some milliseconds of work. */
const BLOCK_COMPARISONS = 2 ** 24

/**
 * The n best scores of each row, best first; equal scores rank by the lower column. -Infinity marks a column that may not be
 * chosen.
 *
 * One comparison for four scores and a short insertion for the few that are kept; memory for a copy of the scores.
 * @throws RangeError when `n` is below 1, the scores are empty, one is NaN or +Infinity, or memory does not suffice; TypeError
 * when the scores are not of single precision
 * @example topOfRows({ rows: 1, columns: 3, values: Float32Array.of(0.5, 0.9, 0.9) }, 2).indices // Int32Array [1, 2]
 */
export function topOfRows(scores: Matrix<Float32Array>, n: number): TopRows {
  return run(topOfRowsSteps(localEngine(), scores, n))
}

/**
 * {@link topOfRows} on a pool of workers: the same bits.
 * @throws as {@link topOfRows} does, as a rejection, and with the signal's reason
 * @example await topOfRowsAsync(scores, 10, { workers: 2 })
 */
export function topOfRowsAsync(scores: Matrix<Float32Array>, n: number, options: PooledOptions = {}): Promise<TopRows> {
  return onPool('topOfRows', options, (engine) => topOfRowsSteps(engine, scores, n))
}

function* topOfRowsSteps(engine: Engine, scores: Matrix<Float32Array>, n: number): Steps<TopRows> {
  const fn = 'topOfRows'
  checkInteger(fn, 'n', n, { min: 1 })
  checkShape(fn, 'scores', scores, [Float32Array])
  const { rows, columns, values } = scores
  engine.arena.require(fn, 4 * (values.length + 2 * rows * n))
  const scope = engine.arena.scope(fn)
  try {
    const indices = scope.room('i32', rows * n)
    const best = scope.room('f32', rows * n)
    const copied = yield* copyIn<'f32'>(scope, values, (piece, first) => checkScores(fn, piece, columns, first))
    const blockRows = Math.max(1, Math.floor(BLOCK_COMPARISONS / (columns * (n + 1))))
    yield rowTask(engine, computeKernels, 'topRows', [copied, columns, n, indices, best], { rows, blockRows })
    return { n, indices: yield* copyOut(indices), scores: yield* copyOut(best) }
  } finally {
    scope.close()
  }
}

function checkScores(fn: string, scores: Float32Array, columns: number, first: number): void {
  for (let i = 0; i < scores.length; i++) {
    if (!(scores[i]! < Infinity)) {
      throw rangeError(fn, cellName('scores', columns, first + i), 'be a number below Infinity', scores[i])
    }
  }
}
