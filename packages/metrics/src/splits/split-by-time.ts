import {
  calendarDay,
  checkInteger,
  fromWallTime,
  instant,
  rangeError,
  type Id,
  type Instant,
  type Transactions,
} from '@clientele/core'
import { splitLines, type ColdOptions, type SplitWithCold } from './split-sides.js'

/** A split at one moment for all customers: everything before `at` is train, everything from `at` on is test. */
export interface TimeSplit<C extends Id = Id, P extends Id = Id, O extends Id = Id> extends SplitWithCold<C, P, O> {
  /** First moment of the test period, epoch milliseconds. */
  readonly at: number
}

/** The test period as a number of days. */
export interface SplitLastDays extends ColdOptions {
  /** The test period is this many calendar days, the last of which is the day of the last line. At least 1. */
  readonly testDays: number
  /** Not together with `testDays`. */
  readonly at?: never
  /** Where a day begins, IANA name; default `'UTC'`. */
  readonly timeZone?: string
}

/** The test period from a given moment on. */
export interface SplitAt extends ColdOptions {
  /** First moment of the test period; a bare date is the start of that day. */
  readonly at: Instant
  /** Not together with `at`. */
  readonly testDays?: never
  /** Where a day begins, IANA name; default `'UTC'`. */
  readonly timeZone?: string
}

const DAY = 86_400_000

/**
 * Cuts an order log at one moment in time: a model learns from what came before and is judged by what came after, as in
 * use. No line of the train side is later than any line of the test side, whoever's it is.
 *
 * With `testDays: 30` the test period is the 30 calendar days that end with the day of the last line: when the last
 * line is of 2011-12-09 (at any hour), the test period starts with 2011-11-10, 00:00 in `timeZone`. Lines keep their
 * order; customers and products that have no line on a side are not in that side's indexes. O(lines) time and memory.
 * @throws RangeError when there are no orders, when a side would be empty, when a number, date or zone is not valid,
 *   or when not exactly one of `testDays` and `at` is given
 * @see Meng, McCreadie, Macdonald, Ounis (2020), "Exploring Data Splitting Strategies for the Evaluation of
 *   Recommendation Models", RecSys
 * @example
 * const split = splitByTime(orders, { testDays: 30 })
 * const model = fitItemKnn(interactionsOf(split.train))
 */
export function splitByTime<C extends Id, P extends Id, O extends Id>(
  orders: Transactions<C, P, O>,
  options: SplitLastDays | SplitAt,
): TimeSplit<C, P, O> {
  if (orders.size === 0) throw rangeError('splitByTime', 'orders', 'have at least one line', 0)
  const at = startOfTest(orders.time, options)
  const isTest = Uint8Array.from(orders.time, (time) => (time >= at ? 1 : 0))
  const name = options.at === undefined ? 'testDays' : 'at'
  const cold = options.cold ?? 'keep'
  return { at, ...splitLines('splitByTime', orders, isTest, { cold, name, value: options[name] }) }
}

function startOfTest(time: Float64Array, { at, testDays, timeZone = 'UTC' }: SplitLastDays | SplitAt): number {
  if (at !== undefined && testDays !== undefined) {
    throw rangeError('splitByTime', 'testDays', 'not be given together with at', testDays)
  }
  if (at !== undefined) return instant(at, timeZone, 'splitByTime', 'at')
  checkInteger('splitByTime', 'testDays', testDays, { min: 1 })
  const last = time.reduce((latest, each) => Math.max(latest, each), -Infinity)
  const firstTestDay = calendarDay(timeZone)(last) - testDays + 1
  return fromWallTime(firstTestDay * DAY, timeZone)
}
