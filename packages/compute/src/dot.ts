import { checkLength, run, type Steps } from '@clientele/core'
import { localEngine, type Engine } from './engine.js'
import { computeKernels } from './kernels/library.js'
import type { Floats } from './matrix.js'
import { rowTask } from './row-task.js'
import { checkNumbers, checkVector, copyVector } from './vector.js'

/**
 * Dot product of two vectors of equal length: the one number of {@link timesVector} for a matrix of one row.
 *
 * 2 · length operations; memory for copies of both.
 * @throws RangeError when the lengths differ, are 0, a number is not finite or the result overflows, or memory does not
 * suffice; TypeError when precisions differ
 * @example dot(Float64Array.of(1, 2), Float64Array.of(3, 4)) // 11
 */
export function dot<A extends Floats>(a: A, b: A): number {
  return run(dotSteps(localEngine(), a, b))
}

function* dotSteps(engine: Engine, a: Floats, b: Floats): Steps<number> {
  const fn = 'dot'
  checkVector(fn, 'a', a)
  checkVector(fn, 'b', b, a)
  checkLength(fn, 'b', b, a.length, 'number of a')
  engine.arena.require(fn, (2 * a.length + 1) * a.BYTES_PER_ELEMENT)
  const scope = engine.arena.scope(fn)
  try {
    const left = yield* copyVector(fn, scope, 'a', a)
    const right = yield* copyVector(fn, scope, 'b', b)
    const into = scope.room(left.type, 1)
    const kernel = left.type === 'f32' ? 'timesVectorF32' : 'timesVectorF64'
    yield rowTask(engine, computeKernels, kernel, [left, a.length, right, into], { rows: 1, blockRows: 1 })
    checkNumbers(fn, 'product', into.view(), 0)
    return into.view()[0]!
  } finally {
    scope.close()
  }
}
