import { checkInteger, checkNumber, rangeError, typeError } from './checks.js'
import { checkTimeZone, zoneOffset } from './time-zone.js'
import { DAY, LAST_TIME, wallTime } from './wall-time.js'

/** A moment: epoch milliseconds, a `Date`, or ISO 8601 text ("2011-12-10", "2011-12-09 12:50:00", "2011-12-09T12:50Z"). */
export type Instant = number | Date | string

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|([+-])(\d{2})(?::?(\d{2}))?)?)?$/

/**
 * Epoch milliseconds of a moment. Text without an offset is local time in `timeZone`; a bare date is the start of that day.
 * @param timeZone IANA name such as "Europe/London"
 * @param fn the calling function, named in errors
 * @param name the argument, named in errors
 * @throws TypeError when it is not a moment at all, RangeError when the text or the date is not a real one, the number is
 *   beyond what a `Date` can hold, or the zone is unknown
 * @example instant('2011-12-10') // 1323475200000
 */
export function instant(value: Instant, timeZone = 'UTC', fn = 'instant', name = 'value'): number {
  checkTimeZone(fn, timeZone)
  const time = timeOf(value, timeZone)
  if (time !== undefined) return time
  if (typeof value === 'number') checkNumber(fn, name, value, { min: -LAST_TIME, max: LAST_TIME })
  if (typeof value === 'string') throw rangeError(fn, name, 'be a real date in ISO 8601 (2011-12-10)', value)
  if ((value as unknown) instanceof Date) throw rangeError(fn, name, 'be a valid date', value)
  throw typeError(fn, name, 'be a date, epoch milliseconds or ISO 8601 text', value)
}

/** {@link instant} without words: `undefined` when the value is not a moment. */
export function timeOf(value: unknown, timeZone: string): number | undefined {
  if (typeof value === 'string') return parseIsoTime(value, timeZone)
  const time = value instanceof Date ? value.getTime() : value
  return typeof time === 'number' && Math.abs(time) <= LAST_TIME ? time : undefined
}

/**
 * Epoch milliseconds of ISO 8601 text, or `undefined` when it is not a real date in that form: a date, or date and time
 * with "T" or a blank between them, seconds and their fraction (cut off after milliseconds) optional, then "Z", an offset
 * ("+05:45", "+0545", "+05") or nothing.
 * @param timeZone IANA name: where the clocks hang when the text has no offset
 * @throws RangeError when the zone is needed and unknown
 * @example parseIsoTime('2011-12-09 12:50', 'Europe/London') // 1323435000000
 */
export function parseIsoTime(text: string, timeZone = 'UTC'): number | undefined {
  const match = ISO.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction, zone, sign, hours = 0, minutes = 0] = match
  const wall = wallTime(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second))
  if (wall === undefined) return undefined
  const milliseconds = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
  if (zone === undefined) return fromWallTime(wall, timeZone, 'parseIsoTime') + milliseconds
  if (sign === undefined) return wall + milliseconds
  const ahead = wallTime(1970, 1, 1, Number(hours), Number(minutes))
  if (ahead === undefined) return undefined
  return wall + milliseconds + (sign === '-' ? ahead : -ahead)
}

/**
 * The moment at which clocks in a zone show a wall time. Of two such moments (clocks were set back) it is the earlier. When
 * there is none (clocks were set forward) the wall time is read as if they had not been: 02:30 becomes 03:30, and a day
 * that begins at 01:00 begins there.
 * @param wall what {@link wallTime} returns
 * @param timeZone IANA name such as "Europe/London"
 * @param fn the calling function, named in errors
 * @throws RangeError when the zone is unknown
 * @example fromWallTime(wallTime(2011, 6, 1)!, 'Europe/London') // 1306882800000: 31 May, 23:00 UTC
 */
export function fromWallTime(wall: number, timeZone: string, fn = 'fromWallTime'): number {
  const offsetAt = zoneOffset(timeZone, fn)
  const asBefore = wall - offsetAt(wall - DAY)
  if (asBefore + offsetAt(asBefore) === wall) return asBefore
  const asAfter = wall - offsetAt(wall + DAY)
  return asAfter + offsetAt(asAfter) === wall ? asAfter : asBefore
}

/**
 * Number of the calendar day (in `timeZone`) on which a moment falls, counted from 1970-01-01 = 0.
 *
 * Returns a function so that the zone is looked up once for many moments: O(1) each.
 * @param timeZone IANA name such as "Europe/London"
 * @param fn the calling function, named in errors
 * @returns the day of a moment that {@link instant} returned or a {@link Transactions} holds
 * @throws RangeError when the zone is unknown
 * @example calendarDay('Europe/London')(Date.UTC(2011, 5, 1, 23, 30)) // 15127: already 2 June in London
 */
export function calendarDay(timeZone: string, fn = 'calendarDay'): (time: number) => number {
  const offsetAt = zoneOffset(timeZone, fn)
  if (timeZone === 'UTC') return (time) => Math.floor(time / DAY)
  return (time) => Math.floor((time + offsetAt(time)) / DAY)
}

/**
 * A calendar day's number as text.
 * @param day as {@link calendarDay} counts
 * @throws RangeError when it is not an integer within 100 million days of 1970
 * @example dayText(15318) // "2011-12-10"
 */
export function dayText(day: number): string {
  checkInteger('dayText', 'day', day, { min: -LAST_TIME / DAY, max: LAST_TIME / DAY })
  return new Date(day * DAY).toISOString().replace(/T.*/, '')
}
