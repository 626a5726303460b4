import { rowsOf, transactions } from '@clientele/core'
import { expect, test } from 'vitest'
import { historicValue } from '../../src/index.js'

const rows = [
  { who: 'ann', day: '2024-01-01', product: 'mug', units: 2, amount: 20, cost: 6 },
  { who: 'bob', day: '2024-06-20', product: 'jug', units: 1, amount: 30, cost: 12 },
  { who: 'ann', day: '2024-03-01', product: 'jug', units: 1, amount: 30, cost: 12 },
  { who: 'ann', day: '2024-03-05', product: 'mug', units: -1, amount: -10, cost: 6 },
]
const fields = { customer: 'who', time: 'day', amount: 'amount', product: 'product' } as const
const orders = transactions(rows, { ...fields, quantity: 'units', productAttributes: { cost: 'cost' } })
const asOf = '2024-07-01'
const months = 182 / (365.25 / 12)

test('revenue in all and per month since the first order, refunds netted', () => {
  expect(rowsOf(historicValue(orders, { asOf }))).toEqual([
    { customer: 'ann', revenue: 40, months, revenuePerMonth: 40 / months },
    { customer: 'bob', revenue: 30, months: 1, revenuePerMonth: 30 },
  ])
})

test('margin, with the cost of a unit from the catalogue', () => {
  expect(rowsOf(historicValue(orders, { asOf, unitCost: 'cost' }))).toEqual([
    { customer: 'ann', revenue: 40, margin: 22, months, revenuePerMonth: 40 / months, marginPerMonth: 22 / months },
    { customer: 'bob', revenue: 30, margin: 18, months: 1, revenuePerMonth: 30, marginPerMonth: 18 },
  ])
})

test('without quantities a line is one unit, which comes back where the amount is negative', () => {
  const log = transactions(rows, { ...fields, productAttributes: { cost: 'cost' } })
  const margins = rowsOf(historicValue(log, { asOf, unitCost: 'cost' })).map((row) => row['margin'])
  expect(margins).toEqual([40 - 6 - 12 + 6, 18])
})

test('margin, with the cost of each line', () => {
  const margins = rowsOf(historicValue(orders, { asOf, costAmount: [11, 12, 13, 0] })).map((row) => row['margin'])
  expect(margins).toEqual([16, 18])
})

test('refunds and later lines are left out, if asked, and counted', () => {
  const value = historicValue(orders, { asOf: '2024-06-01', afterAsOf: 'ignore', refunds: 'ignore', unitCost: 'cost' })
  expect(rowsOf(value).map((row) => [row['customer'], row['revenue'], row['margin']])).toEqual([['ann', 50, 26]])
  expect(value.leftOut).toEqual({ afterAsOf: 1, beforeFrom: 0, refunds: 1, customers: 1 })
  expect(value.asOf).toBe(Date.parse('2024-06-01'))
})

test.each<[any, string]>([
  [{}, 'historicValue: asOf must be a date, epoch milliseconds or ISO 8601 text, got undefined'],
  [{ asOf: '2024-02-01' }, 'historicValue: orders.time[1] must be at most asOf'],
  [
    { asOf, unitCost: 'price' },
    'historicValue: unitCost must be an attribute of the catalogue that is a number ("cost"), got "price"',
  ],
  [{ asOf, costAmount: [1] }, 'historicValue: costAmount.length must be 4, one per line, got 1'],
  [{ asOf, costAmount: [1, 2, NaN, 4] }, 'historicValue: costAmount[2] must be finite, got NaN'],
  [
    { asOf, costAmount: [1, 2, 3, 4], unitCost: 'cost' },
    'historicValue: unitCost must be left out when costAmount is given, got "cost"',
  ],
])('refuses %o', (options, message) => {
  expect(() => historicValue(orders, options)).toThrow(message)
})

test('a product without a cost is named, and so is a log without a catalogue', () => {
  const log = transactions(rows, {
    ...fields,
    productAttributes: { cost: (row) => (row.product === 'jug' ? null : 3) },
  })
  expect(() => historicValue(log, { asOf, unitCost: 'cost' })).toThrow(
    'historicValue: the cost of product "jug" must be a number, got NaN',
  )
  expect(() => historicValue(transactions(rows, fields), { asOf, unitCost: 'cost' })).toThrow(
    'historicValue: unitCost must be an attribute of the catalogue that is a number (none), got "cost"',
  )
})
