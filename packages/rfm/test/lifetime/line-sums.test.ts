import { expect, test } from 'vitest'
import { lineSums } from '../../src/lifetime/line-sums.js'
import { lineFilter } from '../../src/measure/line-filter.js'
import { logOf } from '../order-lines.js'

const lines = [1, 1e100, 1, -1e100].map((amount, i) => ({ customer: 'ann', order: `${i}`, time: i, amount }))
const orders = logOf([...lines, { customer: 'bob', order: '9', time: 99, amount: 5 }])

test('adds a value of each line that counts, without loss', () => {
  const filter = lineFilter('f', { asOf: 10, afterAsOf: 'ignore' })
  expect(lineSums('f', 'money', orders, filter, (line) => orders.amount[line]!)).toEqual(Float64Array.of(2, 0))
  expect(lineSums('f', 'lines', orders, filter, () => 1)).toEqual(Float64Array.of(4, 0))
})

test('refuses sums beyond all numbers', () => {
  const filter = lineFilter('f', { asOf: 100 })
  expect(() => lineSums('f', 'money', orders, filter, () => 1e308)).toThrow('f: money[0] must be finite, got Infinity')
})
