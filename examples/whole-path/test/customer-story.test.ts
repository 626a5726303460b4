import { transactions } from '@clientele/core'
import { expect, test } from 'vitest'
import { customerStory } from '../src/customer-story.js'

const rows = [
  { customer: 17850, order: 1, product: 'a', time: '2024-01-05', amount: 10, units: 1 },
  { customer: 17850, order: 1, product: 'b', time: '2024-01-05', amount: 20, units: 2 },
  { customer: 17850, order: 2, product: 'a', time: '2024-03-02', amount: 30, units: 3 },
  { customer: 17850, order: 3, product: 'c', time: '2024-03-20T23:30', amount: 40, units: 4 },
  { customer: 12346, order: 4, product: 'c', time: '2024-03-31', amount: 50, units: 5 },
]
const fields = { customer: 'customer', order: 'order', product: 'product', time: 'time', amount: 'amount' } as const
const orders = transactions(rows, { ...fields, quantity: 'units' })
const at = { asOf: Date.UTC(2024, 3, 1), timeZone: 'UTC' }

test('tells what one customer bought, the last 30 days newest first', () => {
  expect(customerStory(orders, '17850', at)).toEqual({
    customer: 17850,
    row: 0,
    orders: 3,
    products: 3,
    firstTime: Date.UTC(2024, 0, 5),
    lastTime: Date.UTC(2024, 2, 20, 23, 30),
    lastMonth: [
      { time: Date.UTC(2024, 2, 20, 23, 30), product: 'c', quantity: 4, amount: 40 },
      { time: Date.UTC(2024, 2, 2), product: 'a', quantity: 3, amount: 30 },
    ],
  })
})

test('the month begins with the thirtieth day before the analysis date', () => {
  const lastMonth = (asOf: number) => customerStory(orders, '17850', { ...at, asOf })!.lastMonth.length
  // 2 March to 31 March are 30 days; a day later 2 March is out.
  expect(lastMonth(Date.UTC(2024, 3, 1))).toBe(2)
  expect(lastMonth(Date.UTC(2024, 3, 2))).toBe(1)
})

test('what the orders do not tell stays open', () => {
  const { customer, time, amount } = fields
  const story = customerStory(transactions(rows, { customer, time, amount }), '12346', at)!
  expect(story).toMatchObject({ orders: undefined, products: undefined })
  expect(story.lastMonth).toEqual([
    { time: Date.UTC(2024, 2, 31), product: undefined, quantity: undefined, amount: 50 },
  ])
})

test('text finds a number that it spells, and a text before a number', () => {
  expect(customerStory(orders, '12346', at)?.customer).toBe(12346)
  const both = transactions(
    [
      { id: 7, at: '2024-01-01', money: 1 },
      { id: '7', at: '2024-01-01', money: 1 },
    ],
    { customer: 'id', time: 'at', amount: 'money' },
  )
  expect(customerStory(both, '7', at)?.customer).toBe('7')
})

test.each(['', ' ', '99', '0x45BA', 'Infinity', '__proto__'])('%j is nobody', (id) => {
  expect(customerStory(orders, id, at)).toBeUndefined()
})
