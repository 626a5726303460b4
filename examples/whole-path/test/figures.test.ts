import { expect, test } from 'vitest'
import { count, counted, day, money, number, percent } from '../src/figures.js'

test('figures have thousands separators and no more digits than they need', () => {
  expect(count(1067371)).toBe('1,067,371')
  expect(money(17743429.178)).toBe('17,743,429.18')
  expect(money(-3)).toBe('-3.00')
  expect(number(348.7625)).toBe('348.7625')
  expect(number(26)).toBe('26')
  expect(percent(0.1234)).toBe('12.3 %')
})

test('one thing is not many', () => {
  expect([0, 1, 5878].map((n) => counted(n, 'customer'))).toEqual(['0 customers', '1 customer', '5,878 customers'])
})

test('a day is the one that the calendar of the place shows', () => {
  expect(day(Date.UTC(2011, 5, 1, 23, 30), 'UTC')).toBe('2011-06-01')
  expect(day(Date.UTC(2011, 5, 1, 23, 30), 'Europe/London')).toBe('2011-06-02')
})
