import { describeValue, positionOf, type Id } from '@clientele/core'
import type { EvaluationCases } from './evaluation-cases.js'
import type { EvaluationProtocol, EvaluationSplit, EvaluationWarning } from './evaluation.js'
import { memberships } from './memberships.js'

/**
 * What in a model's lists hints at a leak, or at a model that does not do what it is asked for. O(places + purchases).
 * @param lists `customers × k` positions in the products of the cases
 */
export function evaluationWarnings<C extends Id>(
  lists: Int32Array,
  cases: EvaluationCases<C>,
  { k, repurchases }: Pick<EvaluationProtocol, 'k' | 'repurchases'>,
): EvaluationWarning<C>[] {
  const next = memberships(cases.products.ids.length)
  const listOf = (row: number) => lists.subarray(row * k, (row + 1) * k)
  const seen = cases.seen.map((products, row) => count(listOf(row), next(products)))
  const unknown = cases.seen.map((_, row) => count(listOf(row), (product) => product >= cases.trainProducts))
  return [
    ...(repurchases === 'exclude'
      ? warning('seenRecommended', 'bought in the train period, though asked to leave them out', seen, cases)
      : []),
    ...warning('unknownRecommended', 'not in the train period', unknown, cases),
  ]
}

function count(list: Int32Array, concerned: (product: number) => boolean): number {
  return list.reduce((total, product) => total + (concerned(product) ? 1 : 0), 0)
}

/** One warning, or none when no list is concerned. */
function warning<C extends Id>(
  kind: EvaluationWarning['kind'],
  what: string,
  counts: readonly number[],
  { customers: { ids } }: EvaluationCases<C>,
): EvaluationWarning<C>[] {
  const first = counts.findIndex((places) => places > 0)
  if (first < 0) return []
  const recommendations = counts.reduce((total, places) => total + places, 0)
  const customers = counts.filter((places) => places > 0).length
  const example = ids[first]!
  const message =
    `${recommendations} recommendations to ${customers} of ${ids.length} customers are products ${what}; ` +
    `the first to ${describeValue(example)}`
  return [{ kind, recommendations, customers, example, message }]
}

/**
 * What in a split that is not one in time, or in the candidates, makes figures too good. O(lines).
 */
export function protocolWarnings<C extends Id>(
  { train, test, at }: EvaluationSplit<C>,
  { customers: { ids } }: EvaluationCases<C>,
  { negatives }: Pick<EvaluationProtocol, 'negatives'>,
): EvaluationWarning<C>[] {
  const warnings: EvaluationWarning<C>[] = []
  const warn = (kind: EvaluationWarning['kind'], customers: number, example: C, message: string) =>
    warnings.push({ kind, recommendations: 0, customers, example, message })
  if (at === undefined) {
    const twice = linesInBoth(train, test)
    if (twice.length > 0) {
      const concerned = new Set(twice.map((line) => test.customer[line]!))
      const example = test.customers.ids[test.customer[twice[0]!]!]!
      const message = `${twice.length} lines of the test side stand in the train side; the first of ${describeValue(example)}`
      warn('testInTrain', concerned.size, example, message)
    }
    const latest = train.time.reduce((last, time) => Math.max(last, time), -Infinity)
    const early = [...test.time.keys()].filter((line) => test.time[line]! < latest)
    if (early.length > 0) {
      const concerned = new Set(early.map((line) => test.customer[line]!))
      const example = test.customers.ids[test.customer[early[0]!]!]!
      const message = `the train side holds lines later than ${early.length} of ${test.size} test lines: trends leak`
      warn('trainAfterTest', concerned.size, example, message)
    }
  }
  if (negatives !== undefined) {
    const message = `relevant products were ranked among ${negatives} sampled others: figures are too good`
    warn('sampledNegatives', ids.length, ids[0]!, message)
  }
  return warnings
}

/** Lines of the test side whose customer, product and time stand in the train side too. */
function linesInBoth(train: EvaluationSplit['train'], test: EvaluationSplit['test']): number[] {
  const key = (customer: number, product: number, time: number) => `${customer} ${product} ${time}`
  const known = new Set(Array.from(train.time, (time, line) => key(train.customer[line]!, train.product![line]!, time)))
  const customers = test.customers.ids.map((id) => positionOf(train.customers, id))
  const products = test.products!.ids.map((id) => positionOf(train.products!, id))
  return [...test.time.keys()].filter((line) =>
    known.has(key(customers[test.customer[line]!]!, products[test.product![line]!]!, test.time[line]!)),
  )
}
