import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { purchaseMarks, type MarkLines } from '../../src/measure/purchase-marks.js'

const time = [0, Date.UTC(2024, 5, 1, 22, 30), Date.UTC(2024, 5, 1, 23, 30)]
const log = transactionsFromColumns({ customer: [1, 1, 1], order: ['z', 'a', 'a'], time, amount: [1, 1, 1] })

/** Marks of the last two lines. */
function marksOf(markLines: MarkLines) {
  const marks = new Float64Array(2)
  markLines(1, 3, marks)
  return [...marks]
}

test('an order is marked by its number, or by its moment where the log has no orders', () => {
  expect(marksOf(purchaseMarks('fn', log, 'orders', 'UTC'))).toEqual([1, 1])
  const { order: _, orders: __, ...without } = log
  expect(marksOf(purchaseMarks('fn', without, 'orders', 'UTC'))).toEqual(time.slice(1))
})

test('a day is that of the time zone', () => {
  expect(marksOf(purchaseMarks('fn', log, 'days', 'UTC'))).toEqual([19875, 19875])
  expect(marksOf(purchaseMarks('fn', log, 'days', 'Europe/London'))).toEqual([19875, 19876])
})

test('a line is marked by its position', () => {
  expect(marksOf(purchaseMarks('fn', log, 'lines', 'UTC'))).toEqual([1, 2])
})
