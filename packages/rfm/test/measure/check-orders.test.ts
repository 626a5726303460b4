import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { checkOrders } from '../../src/measure/check-orders.js'

const log = transactionsFromColumns({ customer: [1, 2], time: [0, 1], amount: [5, 6], product: [1, 1] })

test('accepts logs, empty ones too', () => {
  expect(() => checkOrders('fn', log)).not.toThrow()
  expect(() => checkOrders('fn', transactionsFromColumns({ customer: [], time: [], amount: [] }))).not.toThrow()
})

test.each<[any, string]>([
  [null, 'null'],
  [undefined, 'undefined'],
  [[{ customer: 'ann', total: 5 }], 'an array of 1'],
  [{ customer: [1], time: [1], amount: [1] }, 'an object'],
])('refuses what is no log: %j', (wrong, got) => {
  expect(() => checkOrders('fn', wrong)).toThrow(
    new TypeError(`fn: orders must be an order log (see transactions), got ${got}`),
  )
})

test('refuses a column that has not one element per line', () => {
  expect(() => checkOrders('fn', { ...log, product: Int32Array.of(0) })).toThrow(
    new RangeError('fn: orders.product.length must be 2, one per line, got 1'),
  )
})
