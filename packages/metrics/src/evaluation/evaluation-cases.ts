import { idIndex, positionOf, rangeError, typeError, type Id, type IdIndex, type Transactions } from '@clientele/core'
import type { EvaluationProtocol } from './evaluation.js'
import { memberships } from './memberships.js'
import { purchasesOf } from './purchases-of.js'

/** The customers who can be judged: what they had bought, and what they went on to buy. */
export interface EvaluationCases<C extends Id = Id> {
  readonly customers: IdIndex<C>
  /** Products of the train period, then those that appear in the test period only, then those of the fold-in part only. */
  readonly products: IdIndex
  /** How many of `products` are of the train period. */
  readonly trainProducts: number
  /** Case → positions of the products relevant to the customer, at least one. */
  readonly relevant: readonly Int32Array[]
  /** Case → positions of the products that the customer bought in the train period or the fold-in part; none for new customers. */
  readonly seen: readonly Int32Array[]
  /** Customers of the population without a relevant product. */
  readonly skipped: number
  /** Customers of the test period who are neither in the train period nor, where there is one, in the fold-in part. */
  readonly newCustomers: number
}

/**
 * The cases of a split under a protocol. O(lines + customers + products) time and memory.
 * @param shown what of customers is known when they are asked about: the train side, or the fold-in part of those held out
 * @throws TypeError when the orders have no products, RangeError when nobody can be judged
 */
export function evaluationCases<C extends Id>(
  train: Transactions<C>,
  test: Transactions<C>,
  { repurchases, population, candidates }: Pick<EvaluationProtocol, 'repurchases' | 'population' | 'candidates'>,
  shown: Transactions<C> = train,
): EvaluationCases<C> {
  const known = productsOf('train', train)
  const folded = shown === train ? [] : productsOf('foldIn', shown).ids
  const products = idIndex([...known.ids, ...productsOf('test', test).ids, ...folded])
  const shownRows = test.customers.ids.map((customer) => positionOf(shown.customers, customer))
  const asked = rowsWhere(shownRows, (row) => row < 0 === (population === 'new'))
  const seen = purchasesOf(
    shown === train ? train : renumbered(shown, products),
    Int32Array.from(asked, (row) => shownRows[row]!),
  )
  const bought = purchasesOf(renumbered(test, products), Int32Array.from(asked))
  const wanted = repurchases === 'include' ? bought : bought.map(withoutSeen(seen, products))
  const relevant = candidates === undefined ? wanted : wanted.map(onlyAmong(candidates, products))
  const judged = rowsWhere(relevant, ({ length }) => length > 0)
  if (judged.length === 0) {
    throw rangeError('evaluate', 'split', `have ${population} customers with relevant products in the test period`, 0)
  }
  return {
    customers: { ids: judged.map((i) => test.customers.ids[asked[i]!]!) },
    products,
    trainProducts: known.ids.length,
    relevant: judged.map((i) => relevant[i]!),
    seen: judged.map((i) => seen[i]!),
    skipped: asked.length - judged.length,
    newCustomers: shownRows.filter((row) => row < 0).length,
  }
}

/** Orders whose products are numbered by another index, which has them all. */
function renumbered(orders: Transactions, products: IdIndex): Transactions {
  const positions = Int32Array.from(orders.products!.ids, (id) => positionOf(products, id))
  return { ...orders, products, product: orders.product!.map((each) => positions[each]!) }
}

function productsOf(side: string, { products, product }: Transactions): IdIndex {
  if (products !== undefined && product !== undefined) return products
  throw typeError('evaluate', `split.${side}.product`, 'be a column of the order log', product)
}

/** Positions of the values that pass. */
function rowsWhere<T>(values: readonly T[], passes: (value: T) => boolean): number[] {
  return [...values.keys()].filter((row) => passes(values[row]!))
}

/** Leaves of each customer's products those that may be recommended. */
function onlyAmong(candidates: readonly Id[], products: IdIndex) {
  const isCandidate = memberships(products.ids.length)(
    candidates.map((id) => positionOf(products, id)).filter((position) => position >= 0),
  )
  return (wanted: Int32Array): Int32Array => wanted.filter(isCandidate)
}

/** Takes from each customer's products those that the same customer had seen. */
function withoutSeen(seen: readonly Int32Array[], products: IdIndex) {
  const next = memberships(products.ids.length)
  return (bought: Int32Array, row: number): Int32Array => {
    const had = next(seen[row]!)
    return bought.filter((product) => !had(product))
  }
}

/** The cases without some of them. O(cases). */
export function withoutCases<C extends Id>(cases: EvaluationCases<C>, left: ReadonlySet<number>): EvaluationCases<C> {
  if (left.size === 0) return cases
  const kept = <T>(all: readonly T[]) => all.filter((_, row) => !left.has(row))
  const customers = { ids: kept(cases.customers.ids) }
  return { ...cases, customers, relevant: kept(cases.relevant), seen: kept(cases.seen) }
}
