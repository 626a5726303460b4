import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { lineFilter } from '../../src/measure/line-filter.js'
import { purchaseMarks } from '../../src/measure/purchase-marks.js'
import { sortedMarks } from '../../src/measure/sorted-marks.js'

const day = (number: number) => number * 86_400_000
const log = transactionsFromColumns({
  customer: ['ann', 'bob', 'ann', 'cleo', 'ann', 'cleo'],
  time: [day(9), day(1), day(2), day(5), day(9) + 1, day(4)],
  amount: [1, 1, 1, 1, 1, -1],
})
const filter = lineFilter('fn', { asOf: day(10), refunds: 'ignore' })

test('lists the marks of the customers asked for, ascending and with repetitions', () => {
  const days = sortedMarks(log, filter, purchaseMarks('fn', log, 'days', 'UTC'), Uint8Array.of(1, 0, 1))
  expect([...days.offsets]).toEqual([0, 3, 3, 4])
  expect([...days.values]).toEqual([2, 9, 9, 5])
})

test('numbers are sorted as numbers', () => {
  const moments = sortedMarks(log, filter, purchaseMarks('fn', log, 'orders', 'UTC'), Uint8Array.of(1, 0, 0))
  expect([...moments.values]).toEqual([day(2), day(9), day(9) + 1])
})

test('no line is lost where many are marked', () => {
  const lines = Array.from({ length: 10_000 }, (_, line) => line)
  const many = transactionsFromColumns({ customer: lines.map(() => 1), time: lines, amount: lines })
  const all = lineFilter('fn', { asOf: 10_000 })
  const { values } = sortedMarks(many, all, purchaseMarks('fn', many, 'lines', 'UTC'), Uint8Array.of(1))
  expect([...values]).toEqual(lines)
})
