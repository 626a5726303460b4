import { rangeError, typeError } from './checks.js'
import { DAY, LAST_TIME, wallTime } from './wall-time.js'

/** Milliseconds by which clocks in a zone are ahead of UTC at a moment (epoch milliseconds). */
export type OffsetAt = (time: number) => number

/**
 * Throws unless `timeZone` names a time zone.
 * @throws TypeError when it is not text, RangeError when this computer knows no zone of that name
 * @example checkTimeZone('rfm', 'Europe/London')
 */
export function checkTimeZone(fn: string, timeZone: unknown): asserts timeZone is string {
  zoneOffset(timeZone, fn)
}

/** Zones that were asked for: to look one up costs more than a hundred times as much as to read a date. */
const zones = new Map<string, OffsetAt>([['UTC', () => 0]])

/** The offset of a zone at any moment; the same function for the same zone. Errors name `fn` and "timeZone". */
export function zoneOffset(timeZone: unknown, fn: string): OffsetAt {
  if (typeof timeZone !== 'string') throw typeError(fn, 'timeZone', 'be the name of a time zone', timeZone)
  let offsetAt = zones.get(timeZone)
  if (offsetAt === undefined) {
    offsetAt = offsetByDay(zoneFormat(timeZone, fn))
    zones.set(timeZone, offsetAt)
  }
  return offsetAt
}

/** A day of UTC in a zone: its clocks are `before` ahead until the moment `change`, and `after` ahead from then on. */
interface ZoneDay {
  readonly before: number
  readonly change: number
  readonly after: number
}

/** How many days a zone remembers (137 years) before it starts afresh, so that hostile dates cannot fill the memory. */
const DAYS_KEPT = 50_000

/** Looks each day up once. No zone has ever changed its offset twice within one day of UTC. */
function offsetByDay(format: Intl.DateTimeFormat): OffsetAt {
  const days = new Map<number, ZoneDay>()
  // Moments mostly come in order: the day of the last one is at hand without a look-up.
  let number = NaN
  let day: ZoneDay = { before: 0, change: 0, after: 0 }
  return (time) => {
    if (Math.floor(time / DAY) !== number) {
      number = Math.floor(time / DAY)
      if (days.size >= DAYS_KEPT) days.clear()
      day = days.get(number) ?? zoneDay(format, number * DAY)
      days.set(number, day)
    }
    return time < day.change ? day.before : day.after
  }
}

function zoneDay(format: Intl.DateTimeFormat, start: number): ZoneDay {
  const before = offsetFrom(format, start)
  const after = offsetFrom(format, start + DAY)
  if (before === after) return { before, change: start, after }
  let last = start
  let change = start + DAY
  while (change - last > 1) {
    const middle = Math.floor((last + change) / 2)
    if (offsetFrom(format, middle) === before) last = middle
    else change = middle
  }
  return { before, change, after }
}

/** Parts of an offset below a second are none: clocks are compared at the whole second. */
function offsetFrom(format: Intl.DateTimeFormat, time: number): number {
  const second = Math.floor(Math.min(Math.max(time, -LAST_TIME), LAST_TIME) / 1000) * 1000
  const parts = new Map(format.formatToParts(second).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year')
  return wallTime(year, part('month'), part('day'), part('hour'), part('minute'), part('second'))! - second
}

function zoneFormat(timeZone: string, fn: string): Intl.DateTimeFormat {
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
    throw rangeError(fn, 'timeZone', 'be an IANA time zone ("Europe/London")', timeZone)
  }
}
