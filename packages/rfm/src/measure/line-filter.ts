import { checkInteger, checkNumber, checkOneOf, describeValue, instant, rangeError, typeError } from '@clientele/core'
import type { Instant, Transactions } from '@clientele/core'

/** Which lines of an order log count. */
export interface LineOptions {
  /**
   * The analysis date; required, because figures that follow the clock cannot be repeated. A bare date is the start of that
   * day, so the day after the last order is the usual choice.
   */
  readonly asOf: Instant
  /** Start of the observation window: earlier lines are left out and counted. Default: all lines up to `asOf` count. */
  readonly from?: Instant
  /** Where a day begins: an IANA name, default `'UTC'`. */
  readonly timeZone?: string
  /** What becomes of lines after `asOf`: `'refuse'` (default) throws an error that names one, `'ignore'` leaves them out, counted. */
  readonly afterAsOf?: 'refuse' | 'ignore'
  /**
   * What becomes of lines with a negative amount: `'net'` (default) lets them count as any other, so that they are taken off
   * the money; `'ignore'` leaves them out, counted, so that they are neither money nor an order.
   */
  readonly refunds?: 'net' | 'ignore'
}

/** What did not count, by reason; a line is counted under the first that applies. */
export interface LeftOut {
  /** Lines after `asOf`. */
  readonly afterAsOf: number
  /** Lines before `from`. */
  readonly beforeFrom: number
  /** Lines with a negative amount, where refunds are ignored. */
  readonly refunds: number
  /** Customers of the log of whom no line counts and who are on no customer list. */
  readonly customers: number
}

/**
 * A line counts when `from <= time <= until` and `amount >= least`. What is no number fails the comparison too, so that one
 * test sends everything unusual to {@link leaveOut}.
 */
export interface LineFilter {
  readonly from: number
  readonly until: number
  readonly least: number
  /** Whether a line after `until` is an error. */
  readonly strict: boolean
  readonly timeZone: string
}

/** Options as numbers that a loop compares with. */
export function lineFilter(fn: string, options: LineOptions): LineFilter {
  const given: unknown = options
  if (typeof given !== 'object' || given === null) throw typeError(fn, 'options', 'be an object with asOf', given)
  const { asOf, from, timeZone = 'UTC', afterAsOf = 'refuse', refunds = 'net' } = options
  const until = instant(asOf, timeZone, fn, 'asOf')
  checkOneOf(fn, 'afterAsOf', afterAsOf, ['refuse', 'ignore'])
  checkOneOf(fn, 'refunds', refunds, ['net', 'ignore'])
  const start = from === undefined ? -Infinity : instant(from, timeZone, fn, 'from')
  if (start > until) throw rangeError(fn, 'from', `be at most asOf (${dateText(until)})`, new Date(start))
  return { from: start, until, least: refunds === 'net' ? -Infinity : 0, strict: afterAsOf === 'refuse', timeZone }
}

/** Whether a line counts, for work that looks at few lines or may look twice. */
export function counts({ time, amount }: Transactions, { from, until, least }: LineFilter): (line: number) => boolean {
  return (line) => time[line]! >= from && time[line]! <= until && amount[line]! >= least
}

/** How many lines were left out, by reason, while they are counted. */
export type LineTally = { -readonly [Reason in Exclude<keyof LeftOut, 'customers'>]: number }

/**
 * Books a line that fails the filter.
 * @throws RangeError when it lies after the analysis date and that is not allowed, or a cell is no number
 */
export function leaveOut(fn: string, orders: Transactions, line: number, filter: LineFilter, tally: LineTally): void {
  const time = orders.time[line]!
  checkInteger(fn, `orders.customer[${line}]`, orders.customer[line], { min: 0, max: orders.customers.ids.length - 1 })
  checkNumber(fn, `orders.time[${line}]`, time)
  checkNumber(fn, `orders.amount[${line}]`, orders.amount[line])
  if (time > filter.until) {
    if (filter.strict) throw lineAfter(fn, orders, line, filter.until)
    tally.afterAsOf++
  } else if (time < filter.from) tally.beforeFrom++
  else tally.refunds++
}

/** The error for a line after the analysis date: by its order, where the log has orders. */
function lineAfter(fn: string, orders: Transactions, line: number, asOf: number): RangeError {
  const id = orders.orders?.ids[orders.order?.[line] ?? -1]
  const name = id === undefined ? `orders.time[${line}]` : `the time of order ${describeValue(id)}`
  return rangeError(fn, name, `be at most asOf (${dateText(asOf)})`, new Date(orders.time[line]!))
}

function dateText(time: number): string {
  return describeValue(new Date(time))
}
