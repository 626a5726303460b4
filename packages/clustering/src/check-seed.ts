import { typeError } from '@clientele/core'

/** Throws in the name of `fn` unless the seed is one: nothing is repeatable without it. */
export function checkSeed(fn: string, seed: unknown): asserts seed is string | number {
  if (typeof seed === 'string' || (typeof seed === 'number' && Number.isFinite(seed))) return
  throw typeError(fn, 'seed', 'be a string or a finite number', seed)
}
