import alea from 'seedrandom/lib/alea.js'
import { checkInteger, typeError } from './checks.js'
import { logarithm } from './logarithm.js'

/**
 * A seeded stream of random numbers. Two streams of the same seed and path give the same numbers everywhere. Its functions
 * may be handed on by themselves: `Array.from({ length: 3 }, stream.next)`.
 */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  readonly next: () => number
  /**
   * Uniform integer in [0, below).
   * @throws RangeError when `below` is not an integer of at least 1
   */
  readonly integer: (below: number) => number
  /** Standard normal: mean 0, standard deviation 1. Marsaglia's polar method, which makes two at a time. */
  readonly normal: () => number
  /**
   * An independent stream named after its use: the same name gives the same numbers, however much of this one was drawn.
   * @throws TypeError when the name is neither a string nor a finite number
   */
  readonly fork: (name: string | number) => Random
}

/**
 * A seeded random stream (Baagøe's Alea, through seedrandom).
 *
 * Take one named sub-stream for each use (`random(seed).fork('noise')`): adding a draw in one place then leaves all
 * others as they were.
 * @param seed any string or finite number (1 and "1" are two seeds); the same seed gives the same numbers in Node and in
 *   browsers
 * @throws TypeError when the seed is neither a string nor a finite number: without a seed nothing is repeatable
 * @see Baagøe (2010), "Better random numbers for JavaScript"; Marsaglia and Bray (1964), "A Convenient Method for Generating
 *   Normal Variables", SIAM Review 6
 * @example random(7).fork('centroids').integer(10)
 */
export function random(seed: string | number): Random {
  checkKey('random', 'seed', seed)
  return stream([seed])
}

function checkKey(fn: string, name: string, key: unknown): void {
  if (typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key))) return
  throw typeError(fn, name, 'be a string or a finite number', key)
}

function stream(path: readonly (string | number)[]): Random {
  const generator = alea(JSON.stringify(path))
  const next = () => generator.double()
  let spare: number | undefined
  return {
    next,
    integer(below) {
      checkInteger('random.integer', 'below', below, { min: 1 })
      return Math.floor(next() * below)
    },
    normal() {
      if (spare !== undefined) {
        const value = spare
        spare = undefined
        return value
      }
      const [first, second] = normalPair(next)
      spare = second
      return first
    },
    fork(name) {
      checkKey('random.fork', 'name', name)
      return stream([...path, name])
    },
  }
}

/** Marsaglia's polar method: a point in the unit disc gives two independent normals. */
function normalPair(next: () => number): [number, number] {
  for (;;) {
    const x = 2 * next() - 1
    const y = 2 * next() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) {
      const scale = Math.sqrt((-2 * logarithm(square)) / square)
      return [x * scale, y * scale]
    }
  }
}

/**
 * Shuffles a typed array in place and returns it: every order is equally likely (Fisher–Yates). O(n).
 * @param array is changed; pass a copy (`array.slice()`) to keep the original
 * @example shuffle(Int32Array.of(1, 2, 3), random(1))
 */
export function shuffle<A extends Int32Array | Float64Array>(array: A, stream: Random): A {
  for (let i = array.length - 1; i > 0; i--) {
    const j = Math.floor(stream.next() * (i + 1))
    const moved = array[i]!
    array[i] = array[j]!
    array[j] = moved
  }
  return array
}
