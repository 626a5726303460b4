import { checkInteger, checkOneOf, instant, rangeError } from '@clientele/core'
import type { FeatureColumn, FeatureTable, Id, Instant, Transactions } from '@clientele/core'
import { copyCuts, quantileCuts, type RfmCuts } from './cuts.js'
import { frequencies, type Frequency } from './frequency.js'
import { METRICS, type Metric } from './metrics.js'
import { monetaryValues } from './monetary.js'
import { recencies } from './recency.js'
import { scoresOf } from './scores.js'

/** How {@link rfm} measures and scores. */
export interface RfmOptions {
  /**
   * The analysis date; required, because figures that follow the clock cannot be repeated. A bare date is the start of that
   * day, so the day after the last order is the usual choice.
   */
  readonly asOf: Instant
  /** Number of scores for each metric, from 2 to 100; default 5 (quintiles). Leave it out when `cuts` are given. */
  readonly bins?: number
  /** What frequency counts: distinct `'orders'` (default), distinct calendar `'days'` with an order, or `'lines'`. */
  readonly frequency?: Frequency
  /** Where a day begins: an IANA name, default `'UTC'`. */
  readonly timeZone?: string
  /** Borders to score by instead of quantiles of these customers: your own, or those of an earlier result. */
  readonly cuts?: RfmCuts
}

/**
 * What {@link rfm} returns: one row per customer with the columns `recency` (days), `frequency` (count), `monetary` (money)
 * and their scores `recencyScore`, `frequencyScore`, `monetaryScore`, each from 1 (worst) to the number of bins (best).
 */
export interface Rfm<C extends Id = Id> extends FeatureTable<C> {
  /** The analysis date, epoch milliseconds. */
  readonly asOf: number
  /** The borders between scores, to score later customers by. */
  readonly cuts: RfmCuts
}

/**
 * Recency, frequency and monetary value of every customer, each with a score.
 *
 * Recency is the number of whole calendar days from the day of the last order to the day of `asOf`, frequency a count, monetary
 * the sum of amounts (refunds, being negative, are netted). A score is 1 plus the number of cuts that lie strictly below the
 * value, so equal values always share a score and a value equal to a cut falls in the lower bin; recency is turned round, the
 * most recent customers get the highest score. Cuts are type 7 quantiles. Where many customers are equal, cuts coincide and
 * some scores stay empty: a single customer, or customers who are all equal, score highest in recency and 1 in the others.
 *
 * O(lines + customers log customers) time; memory for a few numbers per customer and one per order. Counting days costs a set
 * for each customer whose lines are not in order of time; so does counting orders where the log has no order column.
 * @param orders at least one line, and at least one for each customer of the index
 * @throws TypeError when `asOf` is missing or not a date
 * @throws RangeError when there are no orders, a customer has none, an order lies after `asOf` (it is named), or an option is
 * out of range
 * @see Hughes (1994), "Strategic Database Marketing"
 * @example
 * const scored = rfm(orders, { asOf: '2011-12-10', bins: 4 })
 * console.table(rowsOf(scored))
 * const later = rfm(laterOrders, { asOf: '2012-01-10', cuts: scored.cuts }) // on the same scale
 */
export function rfm<C extends Id = Id>(
  orders: Transactions<C>,
  { asOf, bins, frequency = 'orders', timeZone = 'UTC', cuts }: RfmOptions,
): Rfm<C> {
  const now = instant(asOf, timeZone, 'rfm', 'asOf')
  if (bins !== undefined) checkInteger('rfm', 'bins', bins, { min: 2, max: 100 })
  if (bins !== undefined && cuts !== undefined) throw rangeError('rfm', 'bins', 'be left out when cuts are given', bins)
  checkOneOf('rfm', 'frequency', frequency, ['orders', 'days', 'lines'])
  if (orders.size === 0) throw rangeError('rfm', 'orders.size', 'be at least 1', 0)
  const measured = {
    recency: recencies(orders, now, timeZone),
    frequency: frequencies(orders, frequency, timeZone),
    monetary: monetaryValues(orders),
  }
  const borders = cuts === undefined ? quantileCuts(measured, bins ?? 5) : copyCuts(cuts)
  return {
    entity: 'customer',
    index: orders.customers,
    columns: [
      ...METRICS.map((metric): FeatureColumn => ({ name: metric, values: measured[metric] })),
      ...METRICS.map((metric) => scoreColumn(metric, measured[metric], borders)),
    ],
    asOf: now,
    cuts: borders,
  }
}

function scoreColumn(metric: Metric, values: ArrayLike<number>, cuts: RfmCuts): FeatureColumn {
  const best = metric === 'recency' ? 'lowest' : 'highest'
  return { name: `${metric}Score`, values: scoresOf(values, cuts[metric], best) }
}
