import { fromWallTime, rangeError, wallTime } from '@clientele/core'

/** Reads texts of one date format: epoch milliseconds, or `undefined` when a text is not a real date in that format. */
export type DateParser = (text: string) => number | undefined

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'half' | 'offset' | 'epoch'

interface Token {
  readonly unit: Unit
  readonly pattern: string
  /** What a matched text means; hours and minutes of an offset become minutes. */
  readonly read: (text: string) => number
}

const digits = (unit: Unit, count: string): Token => ({ unit, pattern: `\\d{${count}}`, read: Number })

/** Years 69 to 99 are of the last century, 00 to 68 of this one, as POSIX has it. */
const shortYear = (text: string) => Number(text) + (Number(text) < 69 ? 2000 : 1900)

const tokens = new Map<string, Token>([
  ['YYYY', digits('year', '4')],
  ['YY', { unit: 'year', pattern: '\\d{2}', read: shortYear }],
  ['MMM', { unit: 'month', pattern: '[a-z]{3,9}', read: (text) => MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1 }],
  ['MM', digits('month', '2')],
  ['M', digits('month', '1,2')],
  ['DD', digits('day', '2')],
  ['D', digits('day', '1,2')],
  ['HH', digits('hour', '2')],
  ['H', digits('hour', '1,2')],
  ['hh', digits('hour', '2')],
  ['h', digits('hour', '1,2')],
  ['mm', digits('minute', '2')],
  ['ss', digits('second', '2')],
  ['SSS', { unit: 'millisecond', pattern: '\\d{1,9}', read: (text) => Number(text.slice(0, 3).padEnd(3, '0')) }],
  ['A', { unit: 'half', pattern: '[ap]m', read: (text) => (/^p/i.test(text) ? 12 : 0) }],
  ['Z', { unit: 'offset', pattern: 'z|utc|[+-]\\d{2}:?\\d{2}', read: offsetMinutes }],
  ['X', { unit: 'epoch', pattern: '-?\\d{1,12}(?:\\.\\d+)?', read: (text) => Math.floor(Number(text) * 1000) }],
  ['x', { unit: 'epoch', pattern: '-?\\d{1,15}', read: Number }],
])

const TOKEN = /\[([^\]]*)\]|YYYY|YY|MMM|MM?|DD?|HH?|hh?|mm|ss|SSS|[AZXx]|T|[^a-zA-Z]/g

/**
 * A reader of dates in one format.
 *
 * Tokens: `YYYY` `YY` year, `MM` `M` month, `MMM` its English name, `DD` `D` day, `HH` `H` hour, `hh` `h` with `A` (AM, PM),
 * `mm` minute, `ss` second, `SSS` its fraction, `Z` offset from UTC, `X` epoch seconds, `x` epoch milliseconds; one letter
 * accepts one digit or two. Text in `[brackets]` and all that is no letter stands for itself.
 * @param timeZone where the clocks hang when the format has no offset
 * @throws RangeError when the format holds other letters, a unit twice, or no whole date
 * @example
 * dateParser('cleanOrders', 'M/D/YYYY H:mm', 'UTC')('12/1/2010 8:26') // 1291191960000
 */
export function dateParser(fn: string, format: string, timeZone: string): DateParser {
  const wrong = (rule: string) => rangeError(fn, 'dateFormat', rule, format)
  const parts = [...format.matchAll(TOKEN)]
  if (typeof format !== 'string' || parts.map(([part]) => part).join('') !== format) {
    throw wrong('be made of YYYY, YY, MM, M, MMM, DD, D, HH, H, hh, h, mm, ss, SSS, A, Z, X, x and [text]')
  }
  const used = parts.map(([part]) => tokens.get(part)).filter((token) => token !== undefined)
  const units = used.map((token) => token.unit)
  if (new Set(units).size < units.length) throw wrong('name each unit once')
  const hasDate = units.includes('year') && units.includes('month') && units.includes('day')
  if (!hasDate && units.join() !== 'epoch') throw wrong('name year, month and day, or be X or x')
  if (/hh?/.test(format) !== units.includes('half')) throw wrong('have A with h, and with h alone')
  const source = parts.map(([part, quoted]) => {
    const token = tokens.get(part)
    return token === undefined ? literal(quoted ?? part) : `(${token.pattern})`
  })
  const pattern = new RegExp(`^${source.join('')}$`, 'i')
  return (text) => {
    const match = pattern.exec(text.trim())
    return match === null ? undefined : moment(used, match, timeZone)
  }
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+')
}

function moment(used: readonly Token[], match: RegExpExecArray, timeZone: string): number | undefined {
  const parts = new Map(used.map((token, i) => [token.unit, token.read(match[i + 1]!)]))
  const part = (unit: Unit) => parts.get(unit) ?? 0
  if (parts.has('epoch')) return part('epoch')
  if (parts.has('half') && (part('hour') < 1 || part('hour') > 12)) return undefined
  const hour = parts.has('half') ? (part('hour') % 12) + part('half') : part('hour')
  const wall = wallTime(part('year'), part('month'), part('day'), hour, part('minute'), part('second'))
  const offset = parts.get('offset')
  if (wall === undefined || Number.isNaN(offset)) return undefined
  const time = offset === undefined ? fromWallTime(wall, timeZone) : wall - offset * 60_000
  return time + part('millisecond')
}

/** Minutes that clocks are ahead of UTC; NaN when no clock is so far ahead. */
function offsetMinutes(text: string): number {
  if (/^[zu]/i.test(text)) return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(-2))
  if (hours > 23 || minutes > 59) return NaN
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
