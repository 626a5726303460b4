import { expect, test } from 'vitest'
import { cleaningRules, furtherRules, type OrderLine } from '../src/index.js'

const line: OrderLine = {
  customer: 'ann',
  order: '1001',
  product: 'MUG',
  description: undefined,
  category: undefined,
  country: undefined,
  time: 0,
  quantity: 1,
  price: 2,
  amount: 2,
}

/** Names of the rules that drop a line. */
const dropping = (facts: Partial<OrderLine>) =>
  [...cleaningRules, ...furtherRules].filter((rule) => rule.drops({ ...line, ...facts })).map(({ name }) => name)

test('the usual rules come in this order', () => {
  expect(cleaningRules.map(({ name }) => name)).toEqual([
    'missing-customer',
    'quantity-not-positive',
    'price-not-positive',
    'cancelled',
  ])
})

test('a good line is dropped by none', () => {
  expect(dropping({})).toEqual([])
})

test.each<[Partial<OrderLine>, string]>([
  [{ customer: undefined }, 'missing-customer'],
  [{ quantity: 0 }, 'quantity-not-positive'],
  [{ quantity: -1 }, 'quantity-not-positive'],
  [{ quantity: NaN }, 'quantity-not-positive'],
  [{ price: 0 }, 'price-not-positive'],
  [{ price: NaN }, 'price-not-positive'],
  [{ order: 'C1001' }, 'cancelled'],
  [{ order: '10C01' }, 'cancelled'],
  [{ product: undefined }, 'missing-product'],
  [{ order: undefined }, 'missing-order'],
  [{ time: NaN }, 'missing-time'],
  [{ amount: NaN }, 'missing-amount'],
])('a line with %o is dropped by %s', (facts, rule) => {
  expect(dropping(facts)).toEqual([rule])
})

test('a lower-case c and numeric order numbers are no cancellation; the customers 0 and "" are customers', () => {
  expect(dropping({ order: 'c1001' })).toEqual([])
  expect(dropping({ order: 1001 })).toEqual([])
  expect(dropping({ customer: 0 })).toEqual([])
})
