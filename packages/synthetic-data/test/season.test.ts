import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seasonAt, seasonBetween } from '../src/season.js'

const DAY = 86_400_000

test('mid-December is the busiest moment and half a year later the quietest', () => {
  const peak = Date.UTC(2000, 11, 15)
  expect(seasonAt(peak, 0.4)).toBeCloseTo(1.4, 12)
  expect(seasonAt(peak + 182.625 * DAY, 0.4)).toBeCloseTo(0.6, 12)
})

test('without amplitude every moment is average', () => {
  expect(seasonAt(Date.UTC(2024, 2, 3), 0)).toBe(1)
  expect(seasonBetween(0, 5 * DAY, 0)).toBe(5 * DAY)
})

test('a whole year adds up to itself', () => {
  expect(seasonBetween(0, 365.25 * DAY, 1) / DAY).toBeCloseTo(365.25, 6)
})

test('the sum between two moments is that of small steps', () => {
  const moment = fc.integer({ min: 0, max: Date.UTC(2030, 0) })
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 900 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (from, days, a) => {
        let sum = 0
        for (let hour = 0; hour < days * 24; hour++) sum += seasonAt(from + (hour + 0.5) * 3_600_000, a) * 3_600_000
        expect(seasonBetween(from, from + days * DAY, a) / DAY).toBeCloseTo(sum / DAY, 5)
      },
    ),
    { numRuns: 20 },
  )
})
