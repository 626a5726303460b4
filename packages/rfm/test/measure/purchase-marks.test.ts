import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { purchaseMarks } from '../../src/measure/purchase-marks.js'

const time = [Date.UTC(2024, 5, 1, 22, 30), Date.UTC(2024, 5, 1, 23, 30)]
const log = transactionsFromColumns({ customer: [1, 1], order: ['a', 'a'], time, amount: [1, 1] })

test('an order is marked by its number, or by its moment where the log has no orders', () => {
  expect(purchaseMarks('fn', log, 'orders', 'UTC').column).toBe(log.order)
  const { order: _, orders: __, ...without } = log
  expect(purchaseMarks('fn', without, 'orders', 'UTC').column).toBe(log.time)
})

test('a day is that of the time zone', () => {
  const days = (timeZone: string) => time.map(purchaseMarks('fn', log, 'days', timeZone).dayOf!)
  expect(days('UTC')).toEqual([19875, 19875])
  expect(days('Europe/London')).toEqual([19875, 19876])
})

test('a line needs no mark but its position', () => {
  expect(purchaseMarks('fn', log, 'lines', 'UTC')).toEqual({ column: undefined, dayOf: undefined })
})
