import { describeValue, positionOf, rangeError, typeError, type Id, type Steps } from '@clientele/core'
import type { Candidates } from './candidates.js'
import type { EvaluationCases } from './evaluation-cases.js'
import type { AskedFor, EvaluationFailure, EvaluationProtocol, RecommendingModel, ScoringModel } from './evaluation.js'
import { scoredList } from './scored-list.js'

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
  model: RecommendingModel<C> | ScoringModel<C>,
  { customers, products }: Pick<EvaluationCases<C>, 'customers' | 'products'>,
  candidates: Pick<Candidates, 'of' | 'all'>,
  { k, repurchases, onError }: Pick<EvaluationProtocol, 'k' | 'repurchases' | 'onError'>,
): Steps<AnsweredLists<C>> {
  const total = customers.ids.length
  const lists = new Int32Array(total * k).fill(EMPTY)
  const failures: EvaluationFailure<C>[] = []
  const failed = new Set<number>()
  for (let row = 0; row < total; row++) {
    if (row % BLOCK === 0) yield { stage: 'recommend', done: row, total }
    const among = candidates.of(row)
    const options = { n: k, includeSeen: repurchases === 'include', ...(among && { among }) }
    try {
      const items = ask(model, customers.ids[row]!, options, () => candidates.all(row))
      items.forEach((item, place) => {
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

/** One customer's list of distinct products. */
function ask<C extends Id>(
  model: RecommendingModel<C> | ScoringModel<C>,
  customer: C,
  options: AskedFor,
  candidates: () => readonly Id[],
): Id[] {
  const scores = model.recommend === undefined
  const call = `model.${scores ? 'score' : 'recommend'}(${describeValue(customer)})`
  const answer = guarded(call, scores ? 'return a number' : 'return a list', (): unknown =>
    scores ? scoredList(model, customer, candidates(), options.n) : model.recommend(customer, options),
  )
  if (!Array.isArray(answer)) throw typeError('evaluate', call, 'return a list', answer)
  if (answer.length > options.n) {
    throw rangeError('evaluate', `${call}.length`, `be at most ${options.n}`, answer.length)
  }
  const items = answer.map((each: unknown, place) => itemOf(each, `${call}[${place}]`))
  const listed = new Set(items)
  if (listed.size < items.length) {
    const place = items.findIndex((item, at) => items.indexOf(item) < at)
    throw rangeError('evaluate', `${call}[${place}].item`, 'not be listed before', items[place])
  }
  checkAmong(call, items, options.among)
  return items
}

function checkAmong(call: string, items: readonly Id[], among: readonly Id[] | undefined): void {
  if (among === undefined) return
  const allowed = new Set(among)
  const place = items.findIndex((item) => !allowed.has(item))
  if (place >= 0) throw rangeError('evaluate', `${call}[${place}].item`, 'be one of the candidates', items[place])
}

function guarded(call: string, rule: string, answer: () => unknown): unknown {
  try {
    return answer()
  } catch (cause) {
    const error = rangeError('evaluate', call, rule, cause instanceof Error ? cause.message : cause)
    error.cause = cause
    throw error
  }
}

function itemOf(recommendation: unknown, name: string): Id {
  const item: unknown = (recommendation as { readonly item?: unknown } | null | undefined)?.item
  if (typeof item === 'string' || typeof item === 'number') return item
  throw typeError('evaluate', `${name}.item`, 'be the id of a product', item)
}
