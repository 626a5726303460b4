import { describeValue, rangeError, typeError, type Id, type IdIndex } from '@clientele/core'
import type { Candidates } from './candidates.js'
import type {
  AskedFor,
  EvaluatedModel,
  HistoryModel,
  RecommendingModel,
  ScoringModel,
  ShownItem,
} from './evaluation.js'
import { scoredList } from './scored-list.js'

/** Asks a model for the list of a case: at most n distinct products. */
export type Ask = (row: number, asked: Pick<AskedFor, 'n' | 'includeSeen'>) => Id[]

/** Who a model is asked about, and what may be answered. */
export interface AskOptions<C extends Id> {
  readonly customers: IdIndex<C>
  readonly candidates: Pick<Candidates, 'of' | 'all'>
  /** Case → what the model is shown, where the customers are held out of what it learned from. */
  readonly histories?: ((row: number) => readonly ShownItem[]) | undefined
}

/**
 * How a model is asked: by history where there is one, else for the customer's list, else for the score of every candidate.
 * @throws TypeError when the model lacks the method; the function that is returned throws, naming the customer, when the model throws
 *   or its answer is not a list of at most n candidates, none twice
 */
export function asker<C extends Id>(model: EvaluatedModel<C>, options: AskOptions<C>): Ask {
  const { customers, candidates } = options
  const { method, rule, answer } = methodOf(model, options)
  return (row, asked) => {
    const among = candidates.of(row)
    const call = `model.${method}(${describeValue(customers.ids[row])})`
    const list = guarded(call, rule, () => answer(row, { ...asked, ...(among && { among }) }))
    return itemsOf(call, list, asked.n, among)
  }
}

/** The method that is called, and what it must do. */
interface Method {
  readonly method: 'recommendFor' | 'recommend' | 'score'
  readonly rule: string
  readonly answer: (row: number, asked: AskedFor) => unknown
}

function methodOf<C extends Id>(model: EvaluatedModel<C>, { customers, candidates, histories }: AskOptions<C>): Method {
  const has = (method: Method['method']) => typeof methodIn(model, method) === 'function'
  if (histories !== undefined) {
    if (!has('recommendFor')) throw missing(model, 'recommendFor', 'be a function where customers are held out')
    const answer = (row: number, asked: AskedFor) => (model as HistoryModel).recommendFor(histories(row), asked)
    return { method: 'recommendFor', rule: 'return a list', answer }
  }
  if (has('recommend')) {
    const answer = (row: number, asked: AskedFor) =>
      (model as RecommendingModel<C>).recommend(customers.ids[row]!, asked)
    return { method: 'recommend', rule: 'return a list', answer }
  }
  if (!has('score')) throw missing(model, 'recommend', 'be a function, unless score is one')
  const answer = (row: number, { n }: AskedFor) =>
    scoredList(model as ScoringModel<C>, customers.ids[row]!, candidates.all(row), n)
  return { method: 'score', rule: 'return a number', answer }
}

/** What a caller without types may have put in a method's place. */
function methodIn(model: EvaluatedModel<never>, method: Method['method']): unknown {
  return (model as unknown as Partial<Record<Method['method'], unknown>> | null | undefined)?.[method]
}

function missing(model: EvaluatedModel<never>, method: Method['method'], rule: string): TypeError {
  return typeError('evaluate', `model.${method}`, rule, methodIn(model, method))
}

function itemsOf(call: string, answer: unknown, n: number, among: readonly Id[] | undefined): Id[] {
  if (!Array.isArray(answer)) throw typeError('evaluate', call, 'return a list', answer)
  if (answer.length > n) throw rangeError('evaluate', `${call}.length`, `be at most ${n}`, answer.length)
  const items = answer.map((each: unknown, place) => itemOf(each, `${call}[${place}]`))
  const listed = new Set(items)
  if (listed.size < items.length) {
    const place = items.findIndex((item, at) => items.indexOf(item) < at)
    throw rangeError('evaluate', `${call}[${place}].item`, 'not be listed before', items[place])
  }
  checkAmong(call, items, among)
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
