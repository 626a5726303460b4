import { calendarDay, checkAllFinite, checkOneOf, rangeError, typeError } from '@clientele/core'
import type { FeatureTable, Id, Transactions } from '@clientele/core'
import { checkOrders } from '../measure/check-orders.js'
import { customerRows } from '../measure/customer-rows.js'
import { lineFilter, type LeftOut, type LineOptions } from '../measure/line-filter.js'
import type { BehaviourFeature } from './behaviour-feature.js'
import { featureDefinitions } from './feature-definitions.js'
import { gatherFacts } from './gather-facts.js'
import { checkCells, lineSources, type LineSources, type Source, type SourceOptions } from './line-sources.js'

/** What {@link behaviourFeatures} gathers. */
export interface BehaviourOptions extends LineOptions, SourceOptions {
  /** The features, in the order of the columns; default: all for which the log and the options have what they need. */
  readonly features?: readonly BehaviourFeature[]
}

/** What {@link behaviourFeatures} returns: one row per customer, one column per feature or more. */
export interface Behaviour<C extends Id = Id> extends FeatureTable<C> {
  /** The analysis date, epoch milliseconds. */
  readonly asOf: number
  /** What did not count, by reason. */
  readonly leftOut: LeftOut
}

/**
 * What customers do, as numbers to cluster by: any of the features of {@link BehaviourFeature}, gathered in one pass over the
 * order log.
 *
 * Days are those of `timeZone`. Customers with one order get what the definition gives, or the value of the table's last
 * column; there is never a NaN. A column without refunds needs `refunds: 'ignore'`; otherwise they are netted.
 *
 * O(lines) for each feature; memory for a few numbers per customer and feature, for shares per customer and class, and for a bit
 * per customer and product, at most 128 MB of those at once. A log in which a customer's orders do not come one after the other
 * costs a number per order, days that do not come one after the other a number per line.
 * @param orders at least one line
 * @throws TypeError when `asOf` is missing or not a date, or an option has a wrong type
 * @throws RangeError for an unknown feature, one named twice or one whose columns are missing, for a log in which no line counts, an order after
 * `asOf` (it is named), a cell that is no number, or a total too large to be one
 * @example
 * const table = behaviourFeatures(orders, { asOf: '2011-12-10', features: ['totalSpending', 'orders', 'weekendShare'] })
 * const points = denseOf(table)
 */
export function behaviourFeatures<C extends Id = Id>(orders: Transactions<C>, options: BehaviourOptions): Behaviour<C> {
  const fn = 'behaviourFeatures'
  checkOrders(fn, orders)
  const filter = lineFilter(fn, options)
  const sources = lineSources(fn, orders, options)
  const names = options.features ?? possible(sources)
  checkFeatures(fn, names, sources)
  const definitions = names.map((name) => featureDefinitions[name])
  const used = definitions.flatMap((definition) => definition.sources)
  const needed = definitions.flatMap((definition) => definition.facts)
  checkCells(fn, orders, used)
  const { facts, leftOut } = gatherFacts(fn, orders, filter, sources, needed)
  const rows = customerRows(fn, orders, { last: facts.span.last, leftOut }, undefined)
  const dayOf = calendarDay(filter.timeZone, fn)
  const gathered = { facts, sources, positions: rows.positions, dayOf, today: dayOf(filter.until) }
  const columns = names.flatMap((name) => featureDefinitions[name].columns(name, gathered))
  for (const { name, values } of columns) checkAllFinite(fn, name, values)
  return { entity: 'customer', index: rows.index, columns, asOf: filter.until, leftOut: rows.leftOut }
}

const NAMES = Object.keys(featureDefinitions) as BehaviourFeature[]

function possible(sources: LineSources): BehaviourFeature[] {
  return NAMES.filter((name) => featureDefinitions[name].sources.every((source) => sources[source] !== undefined))
}

/** Where each of the columns comes from, for who misses it. */
const ORIGIN: Readonly<Record<Source, string>> = {
  quantity: 'orders.quantity',
  product: 'orders.product',
  listAmount: 'listAmount',
  channel: 'channel',
  category: 'the category in orders.catalog',
}

function checkFeatures(fn: string, features: readonly BehaviourFeature[], sources: LineSources): void {
  const given: unknown = features
  if (!Array.isArray(given)) throw typeError(fn, 'features', 'be an array', given)
  features.forEach((feature, i) => {
    checkOneOf(fn, `features[${i}]`, feature, NAMES)
    if (features.indexOf(feature) < i) throw rangeError(fn, `features[${i}]`, 'be named once', feature)
    const missing = featureDefinitions[feature].sources.find((source) => sources[source] === undefined)
    if (missing !== undefined) throw rangeError(fn, ORIGIN[missing], `be given for "${feature}"`, undefined)
  })
}
