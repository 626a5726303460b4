import { describeValue, rangeError, typeError } from './checks.js'

/** A moment: epoch milliseconds, a `Date`, or ISO 8601 text ("2011-12-10", "2011-12-09 12:50:00", "2011-12-09T12:50Z"). */
export type Instant = number | Date | string

const DAY = 86_400_000
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Epoch milliseconds of a moment. Text without an offset is local time in `timeZone`; a bare date is the start of that day.
 * @param timeZone IANA name such as "Europe/London"
 * @throws TypeError when it is not a moment at all, RangeError when the text or the date is not a real one
 * @example instant('2011-12-10') // 1323475200000
 */
export function instant(value: Instant, timeZone = 'UTC', fn = 'instant', name = 'value'): number {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw rangeError(fn, name, 'be finite epoch milliseconds', value)
    return value
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw rangeError(fn, name, 'be a valid date', value)
    return value.getTime()
  }
  if (typeof value !== 'string') throw typeError(fn, name, 'be a date, epoch milliseconds or ISO 8601 text', value)
  const time = parseIsoTime(value, timeZone)
  if (time === undefined) throw rangeError(fn, name, 'be a real date in ISO 8601 (2011-12-10)', value)
  return time
}

/** Epoch milliseconds of ISO 8601 text, or `undefined` when it is not a real date in that form. */
export function parseIsoTime(text: string, timeZone = 'UTC'): number | undefined {
  const match = ISO.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = match
  const wall = wallTime(+year!, +month!, +day!, +hour, +minute, +second)
  if (wall === undefined) return undefined
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000)
  if (offset === undefined) return fromWallTime(wall, timeZone) + milliseconds
  if (offset === 'Z') return wall + milliseconds
  const sign = offset.startsWith('-') ? -1 : 1
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return wall - sign * minutes * 60_000 + milliseconds
}

/**
 * Clock time as if it were UTC, in epoch milliseconds; `undefined` when no such date or time of day exists (30 February).
 * @param month 1 to 12
 */
export function wallTime(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number | undefined {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return undefined
  const midnight = Date.UTC(year, month - 1, day)
  if (new Date(midnight).getUTCDate() !== day) return undefined
  return midnight + hour * 3_600_000 + minute * 60_000 + second * 1000
}

/** The moment at which clocks in `timeZone` show a wall time; of two such moments the earlier, of none the one after the gap. */
export function fromWallTime(wall: number, timeZone: string): number {
  if (timeZone === 'UTC') return wall
  const offsetAt = zoneOffset(timeZone)
  const early = wall - offsetAt(wall - DAY)
  if (early + offsetAt(early) === wall) return early
  return wall - offsetAt(wall + DAY)
}

/**
 * Number of the calendar day (in `timeZone`) on which a moment falls, counted from 1970-01-01 = 0.
 *
 * Returns a function so that the zone is looked up once for many moments: O(1) each.
 * @throws RangeError when the zone is unknown
 * @example calendarDay('Europe/London')(Date.UTC(2011, 5, 1, 23, 30)) // 15127: already 2 June in London
 */
export function calendarDay(timeZone: string): (time: number) => number {
  if (timeZone === 'UTC') return (time) => Math.floor(time / DAY)
  const offsetAt = zoneOffset(timeZone)
  return (time) => Math.floor((time + offsetAt(time)) / DAY)
}

/** A calendar day's number as text, "2011-12-10". */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** Clocks change on quarters of an hour at the finest, so an offset holds for the quarter it was asked for. */
const QUARTER = 900_000

/** Milliseconds by which clocks in a zone are ahead of UTC at a moment; each quarter of an hour is asked for once. */
function zoneOffset(timeZone: string): (time: number) => number {
  const format = zoneFormat(timeZone)
  const known = new Map<number, number>()
  return (time) => {
    const quarter = Math.floor(time / QUARTER)
    let offset = known.get(quarter)
    if (offset === undefined) {
      offset = offsetOf(format, quarter * QUARTER)
      known.set(quarter, offset)
    }
    return offset
  }
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw new RangeError(`calendarDay: timeZone must be an IANA time zone, got ${describeValue(timeZone)}`)
  }
}

function offsetOf(format: Intl.DateTimeFormat, time: number): number {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year')
  const wall = Date.UTC(year, part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - time
}
