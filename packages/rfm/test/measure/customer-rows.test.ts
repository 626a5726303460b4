import { idIndex, transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { customerRows } from '../../src/measure/customer-rows.js'

const log = transactionsFromColumns({ customer: ['ann', 'bob', 'cleo'], time: [0, 0, 0], amount: [1, 1, 1] })
const nothing = { afterAsOf: 0, beforeFrom: 0, refunds: 0 }
/** Ann and Cleo have a line that counts, Bob has none. */
const last = Float64Array.of(5, -Infinity, 7)

test('customers without a line that counts are left out and counted', () => {
  const rows = customerRows('fn', log, { last, leftOut: { ...nothing, beforeFrom: 1 } }, undefined)
  expect(rows.index.ids).toEqual(['ann', 'cleo'])
  expect([...rows.positions]).toEqual([0, 2])
  expect(rows).toMatchObject({ prospects: 0, leftOut: { ...nothing, beforeFrom: 1, customers: 1 } })
})

test('who is on the customer list and has no such line is a prospect, once', () => {
  const leftOut = { ...nothing, refunds: 1 }
  const rows = customerRows('fn', log, { last, leftOut }, ['dan', 'bob', 'ann', 'dan', '__proto__'])
  expect(rows.index.ids).toEqual(['ann', 'cleo', 'dan', 'bob', '__proto__'])
  expect([...rows.positions]).toEqual([0, 2])
  expect(rows).toMatchObject({ prospects: 3, leftOut: { ...leftOut, customers: 0 } })
})

test('the index stays as it is when all customers have a line and there is no prospect', () => {
  const all = { last: Float64Array.of(1, 2, 3), leftOut: nothing }
  expect(customerRows('fn', log, all, undefined).index).toBe(log.customers)
  expect(customerRows('fn', log, all, ['ann', 'bob']).index).toBe(log.customers)
})

test('a customer of the index without a line is an error when there is no reason for it', () => {
  expect(() => customerRows('fn', log, { last, leftOut: nothing }, undefined)).toThrow(
    new RangeError('fn: the orders of customer "bob" must be at least 1, got 0'),
  )
})

test('some line must count', () => {
  const empty = { ...log, size: 0, customers: idIndex<string>([]) }
  expect(() => customerRows('fn', empty, { last, leftOut: nothing }, ['dan'])).toThrow(
    new RangeError('fn: orders.size must be at least 1, got 0'),
  )
  const leftOut = { afterAsOf: 1, beforeFrom: 2, refunds: 0 }
  expect(() => customerRows('fn', log, { last, leftOut }, undefined)).toThrow(
    new RangeError(
      'fn: orders must have a line that counts (1 lines after asOf, 2 before from, 0 refunds were left out), got 0',
    ),
  )
})

test('the customer list must be a list', () => {
  const all = { last: Float64Array.of(1, 2, 3), leftOut: nothing }
  for (const wrong of ['ann', 7, null] as any[]) {
    expect(() => customerRows('fn', log, all, wrong)).toThrow('fn: customers must be an array of ids, got')
  }
  expect(() => customerRows('fn', log, all, ['ann', null as any])).toThrow(
    'fn: customers[1] must be a string or a number, got null',
  )
})
