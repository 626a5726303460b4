import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { lineAges } from '../../src/models/line-ages.js'

const orders = transactionsFromColumns({
  customer: ['a', 'a', 'a', 'a'],
  time: ['2024-01-31', '2024-01-21', '2024-01-01', '2000-01-01'],
  amount: [1, 1, 1, 1],
})
const ages = (options: Parameters<typeof lineAges>[2]) => Array.from(lineAges('f', orders, options))

test('without options every line counts', () => {
  expect(ages({})).toEqual([1, 1, 1, 1])
})

test('a window leaves out what is as old as it is long, and goes with decay', () => {
  const asOf = '2024-01-31'
  expect(ages({ days: 30, asOf })).toEqual([1, 1, 0, 0])
  expect(ages({ days: 30.5, asOf })).toEqual([1, 1, 1, 0])
  expect(ages({ days: 30, halfLife: 10, asOf })).toEqual([1, 0.5, 0, 0])
  expect(ages({ halfLife: 10, asOf })).toEqual([1, 0.5, 0.125, 0])
})

test('bad options and lines of the future are named', () => {
  expect(() => ages({ days: 7 })).toThrow(new TypeError('f: asOf must be given with days, got undefined'))
  expect(() => ages({ asOf: 0 })).toThrow('f: halfLife must be given with asOf')
  expect(() => ages({ days: 0, asOf: '2024-02-01' })).toThrow('f: days must be at least')
  expect(() => ages({ days: 7, asOf: '2024-01-30' })).toThrow(
    new RangeError('f: orders.time[0] must not lie after asOf, got 2024-01-31T00:00:00.000Z'),
  )
  expect(() => ages({ days: 7, asOf: '2024-03-01' })).toThrow(
    new RangeError('f: days must reach back to a line, got 7'),
  )
})
