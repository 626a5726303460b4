import { positionOf, random, type Id } from '@clientele/core'
import type { EvaluationCases } from './evaluation-cases.js'
import type { EvaluationProtocol } from './evaluation.js'
import { memberships } from './memberships.js'

/** What may be recommended to each customer. */
export interface Candidates {
  /** The allow-list that a model is given; `undefined` when everything may be recommended. */
  readonly of: (row: number) => readonly Id[] | undefined
  /** Every product that may be recommended, in the order of the products: what a model that only scores is asked about. */
  readonly all: (row: number) => readonly Id[]
  /** How many there are, at least one more than the relevant ones. */
  readonly count: (row: number) => number
}

/**
 * Candidates of every customer: all products, unless a list is given or others are sampled; without what the customer
 * has seen, unless repurchases count.
 *
 * O(products) a customer when asked; nothing is kept.
 */
export function candidatesOf(
  { products, relevant, seen }: EvaluationCases,
  { candidates, negatives, repurchases, seed }: EvaluationProtocol,
): Candidates {
  const next = memberships(products.ids.length)
  const pool =
    candidates === undefined
      ? Int32Array.from(products.ids.keys())
      : Int32Array.from(new Set(candidates), (id) => positionOf(products, id)).filter((position) => position >= 0)
  const open = (row: number) => {
    if (repurchases === 'include') return pool
    const isSeen = next(seen[row]!)
    return pool.filter((product) => !isSeen(product))
  }
  const stream = random(seed).fork('negatives')
  const sampled = (row: number, wanted: number) => {
    const unseen = open(row)
    const isRelevant = next(relevant[row]!)
    const others = unseen.filter((product) => !isRelevant(product))
    const draws = stream.fork(row)
    const drawn = Math.min(wanted, others.length)
    for (let i = 0; i < drawn; i++) {
      const j = i + draws.integer(others.length - i)
      const moved = others[i]!
      others[i] = others[j]!
      others[j] = moved
    }
    return Int32Array.from([...relevant[row]!, ...others.slice(0, drawn)]).sort()
  }
  const positions = (row: number) => (negatives === undefined ? open(row) : sampled(row, negatives))
  const ids = (row: number) => Array.from(positions(row), (position) => products.ids[position]!)
  return {
    of: (row) => (negatives === undefined ? candidates : ids(row)),
    all: ids,
    count: (row) => positions(row).length,
  }
}
