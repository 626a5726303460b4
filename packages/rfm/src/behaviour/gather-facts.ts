import { calendarDay, type Transactions } from '@clientele/core'
import type { LineFilter, LineTally } from '../measure/line-filter.js'
import { purchaseMarks } from '../measure/purchase-marks.js'
import { sortedMarks } from '../measure/sorted-marks.js'
import { classSumFact } from './facts/class-sum-fact.js'
import { dayFact, type ShoppingDays } from './facts/day-fact.js'
import { distinctFact } from './facts/distinct-fact.js'
import { gather, type RunMarks } from './facts/gather.js'
import { roomsFor, type Fact } from './facts/fact.js'
import { exactOpenings, quickOpenings, type MarkOpenings } from './facts/order-openings.js'
import { orderClassFact, orderFact, weekendFact } from './facts/order-facts.js'
import { priceFact, type Prices } from './facts/price-fact.js'
import { spanFact, type Span } from './facts/span-fact.js'
import { sumFact } from './facts/sum-fact.js'
import type { LineSources } from './line-sources.js'

/** Everything that can be gathered of customers, by position in the log's `customers`. */
export interface Facts {
  readonly spending: Float64Array
  readonly quantity: Float64Array
  readonly listed: Float64Array
  readonly prices: Prices
  readonly span: Span
  readonly days: ShoppingDays
  readonly orders: Float64Array
  readonly weekendOrders: Float64Array
  /** Customer after customer, their channels side by side. */
  readonly channelOrders: Float64Array
  readonly products: Float64Array
  readonly categories: Float64Array
  /** Customer after customer, their categories side by side; the last is spending on products without one. */
  readonly categorySpending: Float64Array
}

/** The name of a fact. */
export type FactName = keyof Facts

/** Facts that look at the first lines of orders, and those that look at days. */
const BY_ORDER: readonly FactName[] = ['orders', 'weekendOrders', 'channelOrders']
const BY_DAY: readonly FactName[] = ['days', 'weekendOrders']

/** What facts are made from. */
interface Material {
  readonly orders: Transactions
  readonly filter: LineFilter
  readonly sources: LineSources
  /** Number of customers of the log. */
  readonly customers: number
  /** Passes all lines by a fact once more. */
  readonly again: (fact: Fact<unknown>) => void
}

/** How each fact is made; columns that it reads must be there. */
const makers: { readonly [Name in FactName]: (material: Material) => Fact<Facts[Name]> } = {
  spending: ({ orders }) => sumFact(orders.amount),
  quantity: ({ sources }) => sumFact(sources.quantity!),
  listed: ({ sources }) => sumFact(sources.listAmount!),
  prices: ({ orders, sources }) => priceFact(orders.amount, sources.quantity!),
  span: ({ orders }) => spanFact(orders.time),
  days: ({ orders, filter }) => {
    const markDays = purchaseMarks('behaviourFeatures', orders, 'days', filter.timeZone)
    return dayFact((wanted) => sortedMarks(orders, filter, markDays, wanted))
  },
  orders: () => orderFact(),
  weekendOrders: () => weekendFact(),
  channelOrders: ({ sources: { channel } }) => orderClassFact(channel!.at, channel!.names.length),
  products: ({ orders, sources, customers, again }) => {
    const products = orders.products!.ids.length
    const itself = Int32Array.from({ length: products }, (_, product) => product)
    return distinctFact(sources.product!, itself, products, customers, again)
  },
  categories: ({ sources: { product, category }, customers, again }) => {
    const { of, names } = category!
    const known = of.map((place) => (place < names.length ? place : -1))
    return distinctFact(product!, known, names.length, customers, again)
  },
  categorySpending: ({ orders, sources: { product, category } }) =>
    classSumFact(orders.amount, product!, category!.of, category!.names.length + 1),
}

/**
 * Gathers facts of all customers in one pass over the lines, and counts the lines that are left out.
 *
 * O(lines) for each fact; a few numbers per customer and fact. In a log where an order of a customer has a lower number than an
 * earlier line, the pass begins anew with a table of orders.
 * @param wanted the facts, `span` among them in any case
 * @throws RangeError when a line must not be left out, or a sum is too large to be a number
 */
export function gatherFacts<Name extends FactName>(
  fn: string,
  orders: Transactions,
  filter: LineFilter,
  sources: LineSources,
  wanted: readonly Name[],
): { readonly facts: Pick<Facts, Name | 'span'>; readonly leftOut: LineTally } {
  const names = [...new Set<FactName>(['span', ...wanted])]
  const customers = orders.customers.ids.length
  const dayOf = names.some((name) => BY_DAY.includes(name)) ? calendarDay(filter.timeZone, fn) : undefined
  const noMarks: RunMarks = { openings: undefined, dayOf: undefined }
  const again = (fact: Fact<unknown>) => void gather(fn, orders, filter, noMarks, [fact], roomsFor([fact], customers))
  const pass = (openings: MarkOpenings | undefined) => {
    const made = names.map((name) => makers[name]({ orders, filter, sources, customers, again }))
    const rooms = roomsFor(made, customers)
    const leftOut = gather(fn, orders, filter, { openings, dayOf }, made, rooms)
    if (leftOut === undefined) return undefined
    const results = Object.fromEntries(made.map((fact, i) => [names[i]!, fact.result(rooms[i]!)]))
    return { facts: results as unknown as Pick<Facts, Name | 'span'>, leftOut }
  }
  if (!names.some((name) => BY_ORDER.includes(name))) return pass(undefined)!
  return pass(quickOpenings(orders.order ?? orders.time, customers)) ?? pass(exactOpenings(orders, customers))!
}
