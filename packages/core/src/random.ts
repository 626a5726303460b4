import alea from 'seedrandom/lib/alea.js'
import { checkInteger, typeError } from './checks.js'

/** A seeded stream of random numbers. Two streams of the same seed and path give the same numbers everywhere. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  next(): number
  /** Uniform integer in [0, below). */
  integer(below: number): number
  /** Standard normal: mean 0, standard deviation 1. */
  normal(): number
  /** An independent stream named after its use; it does not depend on how much of this one was drawn. */
  fork(name: string | number): Random
}

/**
 * A seeded random stream (Baagøe's Alea, through seedrandom).
 *
 * Take one named sub-stream for each use (`random(seed).fork('noise')`): adding a draw in one place then leaves all
 * others as they were.
 * @param seed any string or finite number; the same seed gives the same numbers in Node and in browsers
 * @throws TypeError when the seed is neither a string nor a finite number: without a seed nothing is repeatable
 * @example random(7).fork('centroids').integer(10)
 */
export function random(seed: string | number): Random {
  if (typeof seed !== 'string' && !(typeof seed === 'number' && Number.isFinite(seed))) {
    throw typeError('random', 'seed', 'be a string or a finite number', seed)
  }
  return stream([seed])
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
    fork: (name) => stream([...path, name]),
  }
}

/** Marsaglia's polar method: a point in the unit disc gives two independent normals. */
function normalPair(next: () => number): [number, number] {
  for (;;) {
    const x = 2 * next() - 1
    const y = 2 * next() - 1
    const square = x * x + y * y
    if (square > 0 && square < 1) {
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      return [x * scale, y * scale]
    }
  }
}

/**
 * Shuffles a typed array in place (Fisher–Yates): O(n).
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
