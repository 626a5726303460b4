import { describeValue, positionOf, rangeError, typeError, type Id, type IdIndex, type Steps } from '@clientele/core'
import type { EvaluationProtocol, RecommendingModel } from './evaluation.js'

/** An empty place of a list. */
export const EMPTY = -1

/** Customers between two reports of progress. */
const BLOCK = 16

/**
 * Asks a model for the list of every customer and keeps the lists as positions of products.
 *
 * @returns `customers × k` positions in `products`, best first; {@link EMPTY} where a list is shorter,
 *   `products.ids.length` for a product that is not in the index
 * @throws RangeError or TypeError, naming the customer, when the model throws or its answer is not a list of at most k
 *   products, none twice
 */
export function* recommendedLists<C extends Id>(
  model: RecommendingModel<C>,
  customers: IdIndex<C>,
  products: IdIndex,
  { k, repurchases }: Pick<EvaluationProtocol, 'k' | 'repurchases'>,
): Steps<Int32Array> {
  const lists = new Int32Array(customers.ids.length * k).fill(EMPTY)
  const includeSeen = repurchases === 'include'
  for (let row = 0; row < customers.ids.length; row++) {
    if (row % BLOCK === 0) yield { stage: 'recommend', done: row, total: customers.ids.length }
    ask(model, customers.ids[row]!, k, includeSeen).forEach((item, place) => {
      const position = positionOf(products, item)
      lists[row * k + place] = position < 0 ? products.ids.length : position
    })
  }
  return lists
}

/** One customer's list of distinct products. */
function ask<C extends Id>(model: RecommendingModel<C>, customer: C, n: number, includeSeen: boolean): Id[] {
  const call = `model.recommend(${describeValue(customer)})`
  let answer: unknown
  try {
    answer = model.recommend(customer, { n, includeSeen })
  } catch (cause) {
    const error = rangeError('evaluate', call, 'return a list', cause instanceof Error ? cause.message : cause)
    error.cause = cause
    throw error
  }
  if (!Array.isArray(answer)) throw typeError('evaluate', call, 'return a list', answer)
  if (answer.length > n) throw rangeError('evaluate', `${call}.length`, `be at most ${n}`, answer.length)
  const items = answer.map((each: unknown, place) => itemOf(each, `${call}[${place}]`))
  if (new Set(items).size < items.length) {
    const place = items.findIndex((item, at) => items.indexOf(item) < at)
    throw rangeError('evaluate', `${call}[${place}].item`, 'not be listed before', items[place])
  }
  return items
}

function itemOf(recommendation: unknown, name: string): Id {
  const item: unknown = (recommendation as { readonly item?: unknown } | null | undefined)?.item
  if (typeof item === 'string' || typeof item === 'number') return item
  throw typeError('evaluate', `${name}.item`, 'be the id of a product', item)
}
