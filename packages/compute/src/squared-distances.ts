import { rangeError, run, type Dense, type Steps } from '@clientele/core'
import { copyMatrix } from './copy-in.js'
import { copyFinite } from './copy-out.js'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import { checkShape } from './matrix.js'
import { onPool, type PooledOptions } from './on-pool.js'
import { rowTask } from './row-task.js'

/** Differences of one block: about a millisecond of work. */
const BLOCK_DIFFERENCES = 1 << 20

/**
 * Squared Euclidean distances of every point to every center: points × centers.
 *
 * 3 · points · centers · columns operations; memory for the points, the centers and the answer. Differences are squared one by
 * one, so that close points lose no digits.
 * @throws RangeError when the columns do not match, there are no points or centers, a cell is not finite or a distance
 * overflows, or memory does not suffice; TypeError when the matrices are not of double precision
 * @example
 * const points = { rows: 1, columns: 2, values: Float64Array.of(0, 0) }
 * const centers = { rows: 1, columns: 2, values: Float64Array.of(3, 4) }
 * squaredDistances(points, centers).values // Float64Array [25]
 */
export function squaredDistances(points: Dense, centers: Dense): Dense {
  return run(squaredDistancesSteps(localEngine(), points, centers))
}

/**
 * {@link squaredDistances} on a pool of workers: the same bits.
 * @throws as {@link squaredDistances} does, as a rejection, and with the signal's reason
 * @example await squaredDistancesAsync(points, centers, { signal })
 */
export function squaredDistancesAsync(points: Dense, centers: Dense, options: PooledOptions = {}): Promise<Dense> {
  return onPool('squaredDistances', options, (engine) => squaredDistancesSteps(engine, points, centers))
}

function* squaredDistancesSteps(engine: Engine, points: Dense, centers: Dense): Steps<Dense> {
  const fn = 'squaredDistances'
  checkShape(fn, 'points', points, [Float64Array])
  checkShape(fn, 'centers', centers, [Float64Array])
  const { rows, columns } = points
  if (centers.columns !== columns) {
    throw rangeError(fn, 'centers.columns', `be ${columns}, the columns of points`, centers.columns)
  }
  const k = centers.rows
  engine.arena.require(fn, 8 * (points.values.length + centers.values.length + rows * k))
  const scope = engine.arena.scope(fn)
  try {
    const into = scope.room('f64', rows * k)
    const copied = yield* copyMatrix(fn, scope, 'points', points)
    const args = [copied, columns, yield* copyMatrix(fn, scope, 'centers', centers), k, into]
    const blockRows = Math.max(1, Math.floor(BLOCK_DIFFERENCES / (k * columns)))
    yield rowTask(engine, computeKernels, fn, args, { rows, blockRows })
    return { rows, columns: k, values: yield* copyFinite(fn, 'distances', into, k) }
  } finally {
    scope.close()
  }
}
