import { expect, test } from 'vitest'
import { DAYS_OF } from '../../src/lifetime/time-unit.js'

test('twelve months are a year, and four years have 1461 days', () => {
  expect(12 * DAYS_OF.months).toBe(DAYS_OF.years)
  expect(4 * DAYS_OF.years).toBe(1461)
  expect(DAYS_OF.weeks).toBe(7 * DAYS_OF.days)
})
