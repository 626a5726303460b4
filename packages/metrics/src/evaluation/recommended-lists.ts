import { positionOf, rangeError, type Id, type Steps } from '@clientele/core'
import type { Ask } from './ask-model.js'
import type { EvaluationCases } from './evaluation-cases.js'
import type { EvaluationFailure, EvaluationProtocol } from './evaluation.js'

/** An empty place of a list. */
export const EMPTY = -1

/** Customers between two reports of progress. */
const BLOCK = 16

/** The lists of all customers for whom the model answered. */
export interface AnsweredLists<C extends Id = Id> {
  /** Answered customers × k positions in the products; {@link EMPTY} where a list is shorter, their number if unknown. */
  readonly lists: Int32Array
  /** Rows of customers for whom the model failed. */
  readonly failed: ReadonlySet<number>
  /** Who they are, and what went wrong. */
  readonly failures: readonly EvaluationFailure<C>[]
}

/**
 * Asks a model for the list of every customer and keeps the lists as positions of products.
 * @throws RangeError or TypeError, naming the customer, when the model throws or its answer is not a list of at most k
 *   products, none twice, unless failures are collected; RangeError when it fails for everybody
 */
export function* recommendedLists<C extends Id>(
  ask: Ask,
  { customers, products }: Pick<EvaluationCases<C>, 'customers' | 'products'>,
  { k, repurchases, onError }: Pick<EvaluationProtocol, 'k' | 'repurchases' | 'onError'>,
): Steps<AnsweredLists<C>> {
  const total = customers.ids.length
  const lists = new Int32Array(total * k).fill(EMPTY)
  const failures: EvaluationFailure<C>[] = []
  const failed = new Set<number>()
  for (let row = 0; row < total; row++) {
    if (row % BLOCK === 0) yield { stage: 'recommend', done: row, total }
    try {
      ask(row, { n: k, includeSeen: repurchases === 'include' }).forEach((item, place) => {
        const position = positionOf(products, item)
        lists[(row - failed.size) * k + place] = position < 0 ? products.ids.length : position
      })
    } catch (error) {
      if (onError === 'throw') throw error
      failed.add(row)
      failures.push({ customer: customers.ids[row]!, message: error instanceof Error ? error.message : String(error) })
    }
  }
  if (failed.size === total) {
    throw rangeError('evaluate', 'model', 'answer for at least one customer', failures[0]!.message)
  }
  return { lists: lists.slice(0, (total - failed.size) * k), failed, failures }
}
