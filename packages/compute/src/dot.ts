import { checkLength, run, typeError } from '@clientele/core'
import { localEngine } from './engine.js'
import type { Floats } from './matrix.js'
import { timesVectorSteps } from './times-vector.js'

/**
 * Dot product of two vectors of equal length: the one number of {@link timesVector} for a matrix of one row.
 *
 * 2 · length operations; memory for copies of both.
 * @throws RangeError when the lengths differ, are 0, a number is not finite or the result overflows, or memory does not
 * suffice; TypeError when precisions differ
 * @example dot(Float64Array.of(1, 2), Float64Array.of(3, 4)) // 11
 */
export function dot<A extends Floats>(a: A, b: A): number {
  if (a?.constructor !== b?.constructor) throw typeError('dot', 'b', 'be of the precision of a', b)
  checkLength('dot', 'b', b, a.length, 'number of a')
  return run(timesVectorSteps('dot', localEngine(), { rows: 1, columns: a.length, values: a }, b))[0]!
}
