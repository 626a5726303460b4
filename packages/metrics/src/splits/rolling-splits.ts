import {
  calendarDay,
  checkInteger,
  fromWallTime,
  rangeError,
  selectLines,
  type Id,
  type Transactions,
} from '@clientele/core'
import { splitLines, type ColdOptions } from './split-sides.js'
import type { TimeSplit } from './split-by-time.js'

/** How windows roll over the log. */
export interface RollingOptions extends ColdOptions {
  /** Calendar days of each test period, at least 1. */
  readonly testDays: number
  /** How many windows, the last of which ends with the day of the last line; at least 1, default 3. */
  readonly windows?: number
  /** Days from one test period to the next; default `testDays`, so that they follow one another. */
  readonly stepDays?: number
  /** Days before each test period that a model may learn from; default all. */
  readonly trainDays?: number
  /** Where a day begins, IANA name; default `'UTC'`. */
  readonly timeZone?: string
}

/** One window: a split at a moment in time. */
export type RollingSplit<C extends Id = Id, P extends Id = Id, O extends Id = Id> = TimeSplit<C, P, O>

const DAY = 86_400_000

/**
 * Several splits in time, oldest first: each learns from what came before its test period and is judged by it, as a
 * model that is fitted anew every `stepDays`. Lines later than a window are in none of its sides.
 *
 * O(windows × lines).
 * @throws RangeError when a window has nothing to learn from or to test with, or an option is out of range
 * @see Hyndman and Athanasopoulos (2021), "Forecasting: Principles and Practice", section 5.10
 * @example rollingSplits(orders, { testDays: 30, windows: 3 }).map(({ at }) => new Date(at))
 */
export function rollingSplits<C extends Id, P extends Id, O extends Id>(
  orders: Transactions<C, P, O>,
  { testDays, windows = 3, stepDays = testDays, trainDays, timeZone = 'UTC', ...options }: RollingOptions,
): RollingSplit<C, P, O>[] {
  const fn = 'rollingSplits'
  checkInteger(fn, 'testDays', testDays, { min: 1 })
  checkInteger(fn, 'windows', windows, { min: 1 })
  checkInteger(fn, 'stepDays', stepDays, { min: 1 })
  if (trainDays !== undefined) checkInteger(fn, 'trainDays', trainDays, { min: 1 })
  if (orders.size === 0) throw rangeError(fn, 'orders', 'have at least one line', 0)
  const dayOf = calendarDay(timeZone, fn)
  const lastDay = orders.time.reduce((latest, time) => Math.max(latest, dayOf(time)), -Infinity)
  const startOf = (day: number) => fromWallTime(day * DAY, timeZone, fn)
  return Array.from({ length: windows }, (_, window) => {
    const firstTestDay = lastDay - testDays + 1 - (windows - 1 - window) * stepDays
    const at = startOf(firstTestDay)
    const end = startOf(firstTestDay + testDays)
    const begin = trainDays === undefined ? -Infinity : startOf(firstTestDay - trainDays)
    const inside = selectLines(
      orders,
      Int32Array.from(orders.time.keys()).filter((line) => orders.time[line]! >= begin && orders.time[line]! < end),
    )
    const isTest = Uint8Array.from(inside.time, (time) => (time >= at ? 1 : 0))
    return { at, ...splitLines(fn, inside, isTest, { ...options, name: 'windows', value: windows }) }
  })
}
