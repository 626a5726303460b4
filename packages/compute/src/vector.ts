import { checkInteger, rangeError, typeError, type Steps } from '@clientele/core'
import type { Scope } from './arena.js'
import { copyIn } from './copy-in.js'
import type { Floats } from './matrix.js'
import type { FloatType, Region } from './region.js'

/** Throws unless a vector has numbers, of the precision of another's when that is given. Its numbers are left to others. O(1). */
export function checkVector(fn: string, name: string, vector: Floats, like?: Floats): void {
  if (!(vector instanceof Float64Array || vector instanceof Float32Array)) {
    throw typeError(fn, name, 'be a Float32Array or Float64Array', vector)
  }
  if (like !== undefined && vector.constructor !== like.constructor) {
    throw typeError(fn, name, `be a ${like.constructor.name} like the other`, vector)
  }
  checkInteger(fn, `${name}.length`, vector.length, { min: 1 })
}

/** Throws unless all of some numbers are finite; `first` is the position of the first of them in their vector. */
export function checkNumbers(fn: string, name: string, numbers: Floats, first: number): void {
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(numbers[i])) throw rangeError(fn, `${name}[${first + i}]`, 'be finite', numbers[i])
  }
}

/** Copies a vector into the arena; the first number that is not finite is named. */
export function copyVector(fn: string, scope: Scope, name: string, vector: Floats): Steps<Region<FloatType>> {
  return copyIn<FloatType>(scope, vector, (piece, first) => checkNumbers(fn, name, piece, first))
}
