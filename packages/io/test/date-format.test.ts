import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateParser } from '../src/date-format.js'

const parse = (text: string, format: string, timeZone = 'UTC') => dateParser('cleanOrders', format, timeZone)(text)

test.each([
  ['12/1/2010 8:26', 'M/D/YYYY H:mm', '2010-12-01T08:26:00Z'],
  ['1/12/2010 08:26', 'D/M/YYYY H:mm', '2010-12-01T08:26:00Z'],
  ['05.01.2024', 'DD.MM.YYYY', '2024-01-05T00:00:00Z'],
  ['19970101', 'YYYYMMDD', '1997-01-01T00:00:00Z'],
  ['5-Jan-24', 'D-MMM-YY', '2024-01-05T00:00:00Z'],
  ['January 5, 1999', 'MMM D, YYYY', '1999-01-05T00:00:00Z'],
  ['1/2/69', 'M/D/YY', '1969-01-02T00:00:00Z'],
  ['1/2/68', 'M/D/YY', '2068-01-02T00:00:00Z'],
  ['2024-01-05T10:11:12.5', 'YYYY-MM-DDTHH:mm:ss.SSS', '2024-01-05T10:11:12.500Z'],
  ['2024-01-05 10:00 -0530', 'YYYY-MM-DD HH:mm Z', '2024-01-05T15:30:00Z'],
  ['2024-01-05 10:00 UTC', 'YYYY-MM-DD HH:mm Z', '2024-01-05T10:00:00Z'],
  ['1/5/2024 12:05 am', 'M/D/YYYY h:mm A', '2024-01-05T00:05:00Z'],
  ['1/5/2024 12:05 PM', 'M/D/YYYY h:mm A', '2024-01-05T12:05:00Z'],
  ['Date: 5/1/2024', '[Date:] D/M/YYYY', '2024-01-05T00:00:00Z'],
  ['1291191960', 'X', '2010-12-01T08:26:00Z'],
  ['1291191960000', 'x', '2010-12-01T08:26:00Z'],
])('%j in the format %j is %s', (text, format, expected) => {
  expect(parse(text, format)).toBe(Date.parse(expected))
})

test.each([
  ['30/2/2024', 'D/M/YYYY'],
  ['1/13/2024', 'D/M/YYYY'],
  ['5.1.2024', 'DD.MM.YYYY'],
  ['1/5/2024 13:00 PM', 'M/D/YYYY h:mm A'],
  ['1/5/2024 0:00 AM', 'M/D/YYYY h:mm A'],
  ['2024-01-05 24:00', 'YYYY-MM-DD HH:mm'],
  ['2024-01-05 10:00 +2500', 'YYYY-MM-DD HH:mm Z'],
  ['Foo 5, 2024', 'MMM D, YYYY'],
  ['1/5/2024x', 'D/M/YYYY'],
  ['', 'D/M/YYYY'],
])('%j is no date in the format %j', (text, format) => {
  expect(parse(text, format)).toBeUndefined()
})

test('a clock without an offset hangs in the time zone, one with an offset does not', () => {
  expect(parse('1/6/2011 00:30', 'D/M/YYYY HH:mm', 'Europe/London')).toBe(Date.UTC(2011, 4, 31, 23, 30))
  expect(parse('1/6/2011 00:30 Z', 'D/M/YYYY HH:mm Z', 'Europe/London')).toBe(Date.UTC(2011, 5, 1, 0, 30))
})

test('any moment written in a format is read back', () => {
  const two = (n: number) => String(n).padStart(2, '0')
  const moments = fc.date({ min: new Date('1970-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (date) => {
      const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
      const [h, min, s] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
      const expected = Math.floor(date.getTime() / 1000) * 1000
      expect(parse(`${d}/${m}/${y} ${h}:${two(min)}:${two(s)}`, 'D/M/YYYY H:mm:ss')).toBe(expected)
      const half = `${two(m)}-${two(d)}-${two(y % 100)} ${h % 12 || 12}:${two(min)}:${two(s)} ${h < 12 ? 'AM' : 'PM'}`
      expect(parse(half, 'MM-DD-YY h:mm:ss A')).toBe(expected)
    }),
  )
})

test.each([
  ['dd.MM.yyyy', 'be made of YYYY, YY, MM, M, MMM, DD, D, HH, H, hh, h, mm, ss, SSS, A, Z, X, x and [text]'],
  ['YYYY-MM', 'name year, month and day, or be X or x'],
  ['DD/mm/YYYY', 'name year, month and day, or be X or x'],
  ['X YYYY-MM-DD x', 'name each unit once'],
  ['YYYY-M-DD MM', 'name each unit once'],
  ['YYYY-MM-DD h:mm', 'have A with h, and with h alone'],
  ['YYYY-MM-DD H:mm A', 'have A with h, and with h alone'],
  ['', 'name year, month and day, or be X or x'],
])('the format %j is refused', (format, rule) => {
  expect(() => dateParser('cleanOrders', format, 'UTC')).toThrow(
    new RangeError(`cleanOrders: dateFormat must ${rule}, got ${JSON.stringify(format)}`),
  )
})
