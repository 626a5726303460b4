import {
  calendarDay,
  catalogAttribute,
  checkAllFinite,
  checkLength,
  describeValue,
  positionOf,
  rangeError,
  type FeatureTable,
  type Id,
  type Transactions,
} from '@clientele/core'
import { checkOrders } from '../measure/check-orders.js'
import { customerRows } from '../measure/customer-rows.js'
import { lineFilter, type LeftOut, type LineOptions } from '../measure/line-filter.js'
import { measure } from '../measure/measure.js'
import { firstTimes } from './first-times.js'
import { lineSums } from './line-sums.js'
import { DAYS_OF } from './time-unit.js'

/** How {@link historicValue} reads an order log, and where costs come from: one of the two, or none. */
export interface HistoricValueOptions extends LineOptions {
  /** Cost of each line of the log, for all its units; below 0 where goods come back. */
  readonly costAmount?: ArrayLike<number>
  /**
   * Attribute of the catalogue that is the cost of a unit. A line costs that times its quantity; without quantities, a line is one
   * unit, which comes back where the amount is negative.
   */
  readonly unitCost?: string
}

/**
 * What {@link historicValue} returns: one row per customer with the columns `revenue`, `months` and `revenuePerMonth`, and with
 * costs also `margin` and `marginPerMonth`.
 */
export interface HistoricValue<C extends Id = Id> extends FeatureTable<C> {
  /** The analysis date, epoch milliseconds. */
  readonly asOf: number
  /** What did not count, by reason. */
  readonly leftOut: LeftOut
}

/**
 * What each customer has brought so far: revenue, margin if costs are known, in all and per month.
 *
 * Refunds are netted unless ignored. Months run from the day of the first order that counts to the day of `asOf`, a twelfth of a year
 * each, and are at least 1, so that a customer of yesterday is not worth thirty times the first order.
 *
 * O(lines) time, a few numbers of memory per customer.
 * @throws TypeError when `asOf` is missing or not a date
 * @throws RangeError when no line counts, a line lies after `asOf` (unless these are ignored), a cost is missing or no number, or an
 * option is out of range
 * @example rowsOf(historicValue(orders, { asOf: '2011-12-10', unitCost: 'cost' }))
 */
export function historicValue<C extends Id = Id>(
  orders: Transactions<C>,
  options: HistoricValueOptions,
): HistoricValue<C> {
  const fn = 'historicValue'
  checkOrders(fn, orders)
  const filter = lineFilter(fn, options)
  const costOf = lineCosts(orders, options)
  const measured = measure(fn, orders, filter, 'lines')
  const { index, positions, leftOut } = customerRows(fn, orders, measured, undefined)
  const dayOf = calendarDay(filter.timeZone, fn)
  const today = dayOf(filter.until)
  const first = firstTimes(orders, filter)
  const months = Float64Array.from(positions, (who) => Math.max(1, (today - dayOf(first[who]!)) / DAYS_OF.months))
  const perMonth = (money: Float64Array) => money.map((value, row) => value / months[row]!)
  const revenue = Float64Array.from(positions, (who) => measured.sum[who]!)
  const columns = [
    { name: 'revenue', values: revenue },
    { name: 'months', values: months },
    { name: 'revenuePerMonth', values: perMonth(revenue) },
  ]
  if (costOf !== undefined) {
    const { amount } = orders
    const sums = lineSums(fn, 'margin', orders, filter, (line) => amount[line]! - costOf(line))
    const margin = Float64Array.from(positions, (who) => sums[who]!)
    columns.splice(1, 0, { name: 'margin', values: margin })
    columns.push({ name: 'marginPerMonth', values: perMonth(margin) })
  }
  return { entity: 'customer', index, columns, asOf: filter.until, leftOut }
}

/** Line → cost, from the one source that is given. */
function lineCosts(
  orders: Transactions,
  { costAmount, unitCost }: HistoricValueOptions,
): ((line: number) => number) | undefined {
  if (costAmount !== undefined && unitCost !== undefined) {
    throw rangeError('historicValue', 'unitCost', 'be left out when costAmount is given', unitCost)
  }
  if (costAmount !== undefined) {
    checkLength('historicValue', 'costAmount', costAmount, orders.size, 'line')
    checkAllFinite('historicValue', 'costAmount', costAmount)
    return (line) => costAmount[line]!
  }
  if (unitCost === undefined) return undefined
  const costs = unitCosts(orders, unitCost)
  const { product, quantity, amount } = orders
  const units = (line: number) => (quantity !== undefined ? quantity[line]! : amount[line]! < 0 ? -1 : 1)
  return (line) => costs[product![line]!]! * units(line)
}

/** Product → cost of a unit. */
function unitCosts({ catalog, products }: Transactions, name: string): Float64Array {
  const attribute = catalog && catalogAttribute(catalog, name)
  if (catalog === undefined || products === undefined || attribute?.kind !== 'number') {
    const numbers = (catalog?.attributes ?? []).filter(({ kind }) => kind === 'number')
    const known = numbers.map((each) => JSON.stringify(each.name)).join(', ') || 'none'
    throw rangeError('historicValue', 'unitCost', `be an attribute of the catalogue that is a number (${known})`, name)
  }
  return Float64Array.from(products.ids, (id) => {
    const cost = attribute.values[positionOf(catalog.products, id)] ?? NaN
    if (Number.isFinite(cost)) return cost
    throw rangeError('historicValue', `the ${name} of product ${describeValue(id)}`, 'be a number', cost)
  })
}
