import type { FeatureColumn, FeatureTable, Id, Transactions } from '@clientele/core'
import { checkOrders } from './measure/check-orders.js'
import { lineFilter, type LeftOut, type LineOptions } from './measure/line-filter.js'
import { metricValues, type Monetary } from './measure/metric-values.js'
import type { Frequency } from './measure/purchase-marks.js'
import { METRICS, perMetric, type PerMetric } from './metrics.js'
import { chooseCuts, type CutMethod, type RfmCuts } from './scores/cuts.js'
import { scoresOf } from './scores/scores.js'

/** How {@link rfm} measures and scores. */
export interface RfmOptions<C extends Id = Id> extends LineOptions {
  /** What frequency counts: distinct `'orders'` (default), distinct calendar `'days'` with an order, or `'lines'`. */
  readonly frequency?: Frequency
  /** What monetary is: the `'sum'` of amounts (default), or their `'mean'` per order. */
  readonly monetary?: Monetary
  /**
   * A customer list. Who is on it and has no line that counts is a prospect: a row with frequency 0, monetary 0 and scores of 0,
   * whose recency is as long as the observation, from `from` or else the first line of all.
   */
  readonly customers?: Iterable<C>
  /** Number of scores, from 2 to 100: one for all metrics (default 5) or one for each. Not for metrics with cuts of their own. */
  readonly bins?: number | Partial<PerMetric<number>>
  /**
   * Where scores begin and end: a method for all metrics (default {@link quantileCuts}), or for each metric a method or an
   * array of cuts: your own, or those of an earlier result. Metrics not named are cut at quantiles.
   */
  readonly cuts?: CutMethod | Partial<PerMetric<CutMethod | readonly number[]>>
}

/**
 * What {@link rfm} returns: one row per customer with the columns `recency` (days), `frequency` (count), `monetary` (money)
 * and their scores `recencyScore`, `frequencyScore`, `monetaryScore`, each from 1 (worst) to the number of bins (best).
 * Prospects, who have scores of 0, come last.
 */
export interface Rfm<C extends Id = Id> extends FeatureTable<C> {
  /** The analysis date, epoch milliseconds. */
  readonly asOf: number
  /** The borders between scores, to score later customers by. */
  readonly cuts: RfmCuts
  /** The scores that occur, ascending: fewer than there are bins where many customers are equal. */
  readonly occurring: PerMetric<readonly number[]>
  /** Number of customers of the list without an order. */
  readonly prospects: number
  /** Rows of customers whose refunds exceed what they bought: their monetary value is negative. */
  readonly negative: Int32Array
  /** What did not count, by reason. */
  readonly leftOut: LeftOut
}

/**
 * Recency, frequency and monetary value of every customer, each with a score.
 *
 * Recency is the number of whole calendar days from the day of the last order to the day of `asOf`, frequency a count, monetary
 * the sum of amounts or their mean per order (refunds, being negative, are netted). A score is 1 plus the number of cuts that
 * lie strictly below the value, so equal values always share a score and a value equal to a cut falls in the lower bin; recency
 * is turned round, the most recent customers get the highest score. Where many customers are equal, cuts coincide and some
 * scores stay empty (`occurring` lists those that do not): a single customer, or customers who are all equal, score highest in
 * recency and 1 in the others.
 *
 * O(lines) time, O(customers) of it for the cuts; memory for a few numbers per customer. A log in which a customer's orders do not
 * come one after the other (or days, or moments where it has no order column) costs a number per order (or per line).
 * @param orders at least one line, and at least one for each customer of the index
 * @throws TypeError when `asOf` is missing or not a date, or an option has a wrong type
 * @throws RangeError when no line counts, a customer has no order, an order lies after `asOf` (it is named), a cell is no
 * number, or an option is out of range
 * @see Hughes (1994), "Strategic Database Marketing"
 * @example
 * const scored = rfm(orders, { asOf: '2011-12-10', bins: 4 })
 * console.table(rowsOf(scored))
 * const later = rfm(laterOrders, { asOf: '2012-01-10', cuts: scored.cuts }) // on the same scale
 */
export function rfm<C extends Id = Id>(orders: Transactions<C>, options: RfmOptions<C>): Rfm<C> {
  checkOrders('rfm', orders)
  const filter = lineFilter('rfm', options)
  const values = metricValues(orders, filter, options)
  const { index, prospects, leftOut, ...measured } = values
  const buyers = index.ids.length - prospects
  const cuts = chooseCuts(
    perMetric((metric) => measured[metric].subarray(0, buyers)),
    options,
  )
  const scores = perMetric((metric) => {
    const best = metric === 'recency' ? 'lowest' : 'highest'
    return scoresOf(measured[metric], cuts[metric], best).fill(0, buyers)
  })
  return {
    entity: 'customer',
    index,
    columns: [
      ...METRICS.map((metric): FeatureColumn => ({ name: metric, values: measured[metric] })),
      ...METRICS.map((metric): FeatureColumn => ({ name: `${metric}Score`, values: scores[metric] })),
    ],
    asOf: filter.until,
    cuts,
    occurring: perMetric((metric) => distinct(scores[metric].subarray(0, buyers))),
    prospects,
    negative: negativeRows(measured.monetary),
    leftOut,
  }
}

/** The scores that occur, ascending. */
function distinct(scores: Uint8Array): number[] {
  const occurs = new Uint8Array(256)
  for (let row = 0; row < scores.length; row++) occurs[scores[row]!] = 1
  return [...occurs.keys()].filter((score) => occurs[score] === 1)
}

function negativeRows(monetary: Float64Array): Int32Array {
  const rows: number[] = []
  for (let row = 0; row < monetary.length; row++) if (monetary[row]! < 0) rows.push(row)
  return Int32Array.from(rows)
}
