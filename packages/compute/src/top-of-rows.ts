import { checkInteger, rangeError, run, type Steps } from '@clientele/core'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import type { Matrix } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { rowTask } from './row-task.js'
import type { TopRows } from './top-products.js'

/** Scores of one block: about a millisecond of work. */
const BLOCK_SCORES = 1 << 21

/**
 * The n best scores of each row, best first; equal scores rank by the lower column. -Infinity marks a column that may not be
 * chosen.
 *
 * One comparison for four scores and a short insertion for the few that are kept; memory for a copy of the scores.
 * @throws RangeError when `n` is below 1, the scores are empty, or one is NaN or +Infinity
 * @example topOfRows({ rows: 1, columns: 3, values: Float32Array.of(0.5, 0.9, 0.9) }, 2).indices // Int32Array [1, 2]
 */
export function topOfRows(scores: Matrix<Float32Array>, n: number): TopRows {
  return run(topOfRowsSteps(localEngine(), scores, n))
}

/** {@link topOfRows} on a pool of workers: the same bits. */
export function topOfRowsAsync(scores: Matrix<Float32Array>, n: number, options: PooledOptions = {}): Promise<TopRows> {
  return onPool(options, (engine) => topOfRowsSteps(engine, scores, n))
}

function* topOfRowsSteps(engine: Engine, scores: Matrix<Float32Array>, n: number): Steps<TopRows> {
  const fn = 'topOfRows'
  checkInteger(fn, 'n', n, { min: 1 })
  checkScores(fn, scores)
  const { rows, columns, values } = scores
  engine.arena.require(fn, 4 * (values.length + 2 * rows * n))
  const scope = engine.arena.scope(fn)
  try {
    const indices = scope.room('i32', rows * n)
    const best = scope.room('f32', rows * n)
    const blockRows = Math.max(1, Math.floor(BLOCK_SCORES / columns))
    const args = [scope.copy(values), columns, n, indices, best]
    yield rowTask(engine, computeKernels, 'topRows', args, { rows, blockRows })
    return { n, indices: indices.view().slice(), scores: best.view().slice() }
  } finally {
    scope.close()
  }
}

function checkScores(fn: string, { rows, columns, values }: Matrix<Float32Array>): void {
  checkInteger(fn, 'scores.rows', rows, { min: 1 })
  checkInteger(fn, 'scores.columns', columns, { min: 1 })
  if (values.length !== rows * columns)
    throw rangeError(fn, 'scores.values.length', `be ${rows * columns}`, values.length)
  for (let i = 0; i < values.length; i++) {
    if (!(values[i]! < Infinity)) {
      const cell = `scores[${Math.floor(i / columns)}][${i % columns}]`
      throw rangeError(fn, cell, 'be a number below Infinity', values[i])
    }
  }
}
