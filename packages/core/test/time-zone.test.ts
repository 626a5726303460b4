import { checkTimeZone } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneOffset } from '../src/time-zone.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The oracle: the offset as Intl words it, "GMT+05:45"; here only in whole seconds. */
function intlOffset(timeZone: string, time: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(time)
  const text = parts.find(({ type }) => type === 'timeZoneName')!.value
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /^GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(text)!
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000
  return (sign === '-' ? -size : size) + 0
}

const zones = [
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Antarctica/Troll',
]

test.each(zones)('agrees with Intl at any moment since 1900 in %s', (timeZone) => {
  const time = fc.date({ min: new Date('1900-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  const offsetAt = zoneOffset(timeZone, 'test')
  fc.assert(
    fc.property(time, (date) => {
      expect(offsetAt(date.getTime())).toBe(intlOffset(timeZone, date.getTime()))
    }),
  )
})

test.each([
  ['New York springs forward', 'America/New_York', '2024-03-10T07:00:00Z', -5 * HOUR, -4 * HOUR],
  ['New York falls back', 'America/New_York', '2024-11-03T06:00:00Z', -4 * HOUR, -5 * HOUR],
  ['Lord Howe moves by half an hour', 'Australia/Lord_Howe', '2024-10-05T15:30:00Z', 10.5 * HOUR, 11 * HOUR],
  ['Kathmandu leaves Indian time', 'Asia/Kathmandu', '1985-12-31T18:30:00Z', 5.5 * HOUR, 5.75 * HOUR],
  ['Apia crosses the date line', 'Pacific/Apia', '2011-12-30T10:00:00Z', -10 * HOUR, 14 * HOUR],
  ['Monrovia gives up local time', 'Africa/Monrovia', '1972-01-07T00:44:30Z', -(44 * MINUTE + 30_000), 0],
])('changes at the very millisecond: %s', (_, timeZone, change, before, after) => {
  const offsetAt = zoneOffset(timeZone, 'test')
  const at = Date.parse(change)
  expect([at - 1, at].map(offsetAt)).toEqual([before, after])
})

test('UTC is never ahead of itself', () => {
  fc.assert(fc.property(fc.double(), (time) => zoneOffset('UTC', 'test')(time) === 0))
})

test('holds to the ends of time', () => {
  const offsetAt = zoneOffset('Asia/Tokyo', 'test')
  expect(offsetAt(8.64e15)).toBe(9 * HOUR)
  expect(Number.isFinite(offsetAt(-8.64e15))).toBe(true)
})

test('remembers what it must not mix up: many days, then the first again', () => {
  const offsetAt = zoneOffset('Europe/Berlin', 'test')
  const summer = Date.UTC(2011, 5, 1)
  const winter = Date.UTC(2011, 11, 1)
  expect([summer, winter, summer, summer + 1, winter].map(offsetAt)).toEqual(
    [2, 1, 2, 2, 1].map((hours) => hours * HOUR),
  )
})

test('checkTimeZone knows what a zone is called', () => {
  for (const zone of [...zones, 'UTC', 'Etc/GMT+5']) expect(() => checkTimeZone('rfm', zone)).not.toThrow()
  expect(() => checkTimeZone('rfm', 'Mars/Olympus')).toThrow(
    new RangeError('rfm: timeZone must be an IANA time zone ("Europe/London"), got "Mars/Olympus"'),
  )
  expect(() => checkTimeZone('rfm', '')).toThrow(RangeError)
  expect(() => checkTimeZone('rfm', undefined)).toThrow(
    new TypeError('rfm: timeZone must be the name of a time zone, got undefined'),
  )
})
