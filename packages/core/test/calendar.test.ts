import { calendarDay, dayText, fromWallTime, instant, parseIsoTime, wallTime, type Instant } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** The oracle: what a clock in the zone shows, "2011-12-10 12:50:00", as Intl words it in Swedish. */
function clock(timeZone: string, time: number): string {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  return format.format(time)
}

const formats = new Map<string, Intl.DateTimeFormat>()

const zones = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
]
const moments = fc
  .integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2038, 0, 1) / 1000 })
  .map((second) => second * 1000)
const utc = (text: string) => Date.parse(text)

describe('instant', () => {
  test.each<[Instant, number]>([
    ['2011-12-10', 1323475200000],
    ['2011-12-09 12:50', Date.UTC(2011, 11, 9, 12, 50)],
    ['2011-12-09T12:50:07Z', Date.UTC(2011, 11, 9, 12, 50, 7)],
    [new Date(5), 5],
    [-1.5, -1.5],
    [8.64e15, 8.64e15],
  ])('reads %o', (value, time) => {
    expect(instant(value)).toBe(time)
  })

  test('reads text without an offset by the clocks of the zone, and other moments as they are', () => {
    const [noon, winter] = ['2011-06-01 12:00', '2011-12-01 12:00']
    expect(instant(noon, 'Europe/London')).toBe(utc('2011-06-01T11:00Z'))
    expect(instant(winter, 'Europe/London')).toBe(utc('2011-12-01T12:00Z'))
    expect(instant(`${noon}Z`, 'Europe/London')).toBe(utc('2011-06-01T12:00Z'))
    expect(instant(7, 'Europe/London')).toBe(7)
  })

  test.each<[unknown, Error]>([
    ['2011-02-30', new RangeError('rfm: asOf must be a real date in ISO 8601 (2011-12-10), got "2011-02-30"')],
    ['yesterday', new RangeError('rfm: asOf must be a real date in ISO 8601 (2011-12-10), got "yesterday"')],
    [new Date(NaN), new RangeError('rfm: asOf must be a valid date, got an invalid Date')],
    [NaN, new RangeError('rfm: asOf must be finite, got NaN')],
    [1e16, new RangeError('rfm: asOf must be between -8640000000000000 and 8640000000000000, got 10000000000000000')],
    [undefined, new TypeError('rfm: asOf must be a date, epoch milliseconds or ISO 8601 text, got undefined')],
    [5n, new TypeError('rfm: asOf must be a date, epoch milliseconds or ISO 8601 text, got 5n')],
  ])('refuses %o', (value, error) => {
    expect(() => instant(value as Instant, 'UTC', 'rfm', 'asOf')).toThrow(error)
  })

  test('refuses an unknown zone even where it would not need one', () => {
    expect(() => instant(0, 'Nowhere', 'rfm')).toThrow(/^rfm: timeZone must be an IANA time zone/)
  })
})

describe('parseIsoTime', () => {
  test('is what Date.parse says of every moment in UTC', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString()
          expect(parseIsoTime(text)).toBe(date.getTime())
          expect(parseIsoTime(text.slice(0, -1).replace('T', ' '))).toBe(date.getTime())
          expect(parseIsoTime(text.slice(0, 10))).toBe(Date.parse(text.slice(0, 10)))
        },
      ),
    )
  })

  test.each([
    ['2011-12-09T12:50:00+05:45', '2011-12-09T07:05:00Z'],
    ['2011-12-09 12:50-0330', '2011-12-09T16:20:00Z'],
    ['2011-12-09 12:50:01+00', '2011-12-09T12:50:01Z'],
    ['2011-12-09 12:50:01-08', '2011-12-09T20:50:01Z'],
    ['2011-12-09 12:50:01.5', '2011-12-09T12:50:01.500Z'],
    ['2011-12-09 12:50:01,057', '2011-12-09T12:50:01.057Z'],
    ['2011-12-09 12:50:01.123999999', '2011-12-09T12:50:01.123Z'],
    ['1969-12-31 23:59:59.999', '1969-12-31T23:59:59.999Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['0050-06-01', '0050-06-01T00:00:00Z'],
  ])('reads %s', (text, same) => {
    expect(parseIsoTime(text)).toBe(utc(same))
  })

  test.each([
    '',
    'undefined',
    '2011',
    '2011-12',
    '2011-1-1',
    '11-12-10',
    '10/12/2011',
    '2011-00-10',
    '2011-13-10',
    '2011-11-31',
    '2023-02-29',
    '1900-02-29',
    '2011-12-10 24:00',
    '2011-12-10 12:60',
    '2011-12-10 23:59:60',
    '2011-12-10 12',
    '2011-12-10Z',
    '2011-12-10T12:00+24:00',
    '2011-12-10T12:00+05:60',
    '2011-12-10T12:00:00.1234567890',
    ' 2011-12-10',
    '2011-12-10\n',
    '٢٠١١-١٢-١٠',
  ])('does not take %o for a date', (text) => {
    expect(parseIsoTime(text)).toBeUndefined()
  })

  test('reads what clocks show, wherever they hang', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, time) => {
        const read = parseIsoTime(clock(zone, time), zone)!
        expect(clock(zone, read)).toBe(clock(zone, time))
        expect(read).toBeLessThanOrEqual(time)
      }),
    )
  })
})

describe('fromWallTime', () => {
  const at = (text: string, zone: string) => new Date(fromWallTime(utc(`${text}Z`), zone)).toISOString()

  test.each([
    ['America/New_York', '2024-11-03T01:30:00', '2024-11-03T05:30:00.000Z'],
    ['Europe/London', '2011-10-30T01:00:00', '2011-10-30T00:00:00.000Z'],
    ['Australia/Lord_Howe', '2024-04-07T01:45:00', '2024-04-06T14:45:00.000Z'],
  ])('takes the earlier of two moments: %s, %s', (zone, wall, moment) => {
    expect(at(wall, zone)).toBe(moment)
  })

  test.each([
    ['America/New_York', '2024-03-10T02:30:00', '2024-03-10 03:30:00'],
    ['Europe/London', '2011-03-27T01:00:00', '2011-03-27 02:00:00'],
    ['Australia/Lord_Howe', '2024-10-06T02:15:00', '2024-10-06 02:45:00'],
    ['America/Sao_Paulo', '2018-11-04T00:00:00', '2018-11-04 01:00:00'],
    ['Pacific/Apia', '2011-12-30T00:00:00', '2011-12-31 00:00:00'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-31 12:00:00'],
  ])('reads a time that clocks skipped as if they had not: %s, %s', (zone, wall, shown) => {
    expect(clock(zone, utc(at(wall, zone)))).toBe(shown)
  })

  test('is itself in UTC', () => {
    expect(fromWallTime(wallTime(2011, 12, 10)!, 'UTC')).toBe(1323475200000)
  })

  test('refuses an unknown zone in the name of the caller', () => {
    expect(() => fromWallTime(0, 'Nowhere')).toThrow(/^fromWallTime: timeZone must be/)
    expect(() => fromWallTime(0, 'Nowhere', 'cleanOrders')).toThrow(/^cleanOrders: timeZone must be/)
  })
})

describe('calendarDay', () => {
  test('is the date that a calendar in the zone shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, time) => {
        expect(dayText(calendarDay(zone)(time))).toBe(clock(zone, time).slice(0, 10))
      }),
    )
  })

  test('a bare date begins its day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 365, max: 24_000 }), (zone, day) => {
        // Samoa had no 30 December 2011.
        fc.pre(zone !== 'Pacific/Apia' || dayText(day) !== '2011-12-30')
        const start = instant(dayText(day), zone)
        expect([start - 1, start].map(calendarDay(zone))).toEqual([day - 1, day])
      }),
    )
  })

  test('days are numbered from 1970, also before it', () => {
    expect([-86_400_001, -1, 0, 86_399_999, 86_400_000].map(calendarDay('UTC'))).toEqual([-2, -1, 0, 0, 1])
    expect(calendarDay('Europe/London')(Date.UTC(2011, 5, 1, 23, 30))).toBe(15127)
  })

  test('a day may be skipped: after 29 December 2011 came the 31st in Samoa', () => {
    const day = calendarDay('Pacific/Apia')
    const skip = utc('2011-12-30T10:00:00Z')
    expect([skip - 1, skip].map((time) => dayText(day(time)))).toEqual(['2011-12-29', '2011-12-31'])
  })

  test('refuses an unknown zone in the name of the caller', () => {
    expect(() => calendarDay('Nowhere')).toThrow(/^calendarDay: timeZone must be/)
    expect(() => calendarDay('Nowhere', 'rfm')).toThrow(/^rfm: timeZone must be/)
  })
})

describe('dayText', () => {
  test.each([
    [0, '1970-01-01'],
    [15318, '2011-12-10'],
    [-719_528, '0000-01-01'],
    [100_000_000, '+275760-09-13'],
    [-719_529, '-000001-12-31'],
  ])('words day %i', (day, text) => {
    expect(dayText(day)).toBe(text)
  })

  test('refuses what is no day', () => {
    expect(() => dayText(0.5)).toThrow(new RangeError('dayText: day must be an integer, got 0.5'))
    expect(() => dayText(1e9)).toThrow(RangeError)
  })
})
