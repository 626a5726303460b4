import { transactions, transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { splitFacts } from '../../src/splits/split-facts.js'

const fields = { customer: 'c', time: 't', amount: 'a', product: 'p', order: 'o' } as const

const train = transactions(
  [
    { c: '__proto__', t: 30, a: 1, p: 'x', o: 1 },
    { c: 'anna', t: 10, a: 1, p: 'y', o: 2 },
    { c: 'anna', t: 10, a: 1, p: 'x', o: 2 },
  ],
  fields,
)
const later = transactions(
  [
    { c: 'bert', t: 60, a: 1, p: 'constructor', o: 3 },
    { c: 'anna', t: 50, a: 1, p: 'x', o: 4 },
    { c: 'constructor', t: 70, a: 1, p: 'z', o: 5 },
    { c: 'constructor', t: 70, a: 1, p: 'z', o: 5 },
  ],
  fields,
)

test('sizes, overlap and what is new, counted by hand', () => {
  expect(splitFacts(train, later)).toEqual({
    train: { lines: 3, customers: 2, products: 2, orders: 2, firstTime: 10, lastTime: 30 },
    test: { lines: 4, customers: 3, products: 3, orders: 3, firstTime: 50, lastTime: 70 },
    returningCustomers: 1,
    newCustomers: 2,
    newCustomerLines: 3,
    returningProducts: 1,
    newProducts: 2,
    newProductLines: 3,
    repeatedPairs: 1,
  })
})

test('orders without products or order numbers have no such figures', () => {
  const plain = transactionsFromColumns({ customer: ['a'], time: [1], amount: [1] })
  expect(splitFacts(plain, plain)).toEqual({
    train: { lines: 1, customers: 1, firstTime: 1, lastTime: 1 },
    test: { lines: 1, customers: 1, firstTime: 1, lastTime: 1 },
    returningCustomers: 1,
    newCustomers: 0,
    newCustomerLines: 0,
  })
})
