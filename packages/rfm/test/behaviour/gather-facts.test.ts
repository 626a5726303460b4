import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { gatherFacts } from '../../src/behaviour/gather-facts.js'
import { lineSources } from '../../src/behaviour/line-sources.js'
import { lineFilter } from '../../src/measure/line-filter.js'

const columns = {
  customer: ['ann', 'bob', 'ann', 'ann'],
  order: ['o1', 'o2', 'o1', 'o3'],
  time: [0, 5, 0, 9],
  amount: [10, 7, 5, -4],
}
const gather = (log: ReturnType<typeof transactionsFromColumns>, options: object, ...wanted: any[]) =>
  gatherFacts('fn', log, lineFilter('fn', { asOf: 10, ...options }), lineSources('fn', log, {}), wanted)

test('gathers what is asked for, and the span of each customer', () => {
  const { facts, leftOut } = gather(transactionsFromColumns(columns), {}, 'spending', 'orders')
  expect(Object.keys(facts).sort()).toEqual(['orders', 'spending', 'span'].sort())
  expect([...(facts as any).spending.subarray(0, 2)]).toEqual([11, 7])
  expect([...(facts as any).orders.subarray(0, 2)]).toEqual([2, 1])
  expect([...facts.span.last.subarray(0, 2)]).toEqual([9, 5])
  expect(leftOut).toEqual({ afterAsOf: 0, beforeFrom: 0, refunds: 0 })
})

test('begins anew where order numbers fall, and counts what is left out once', () => {
  const log = transactionsFromColumns({ ...columns, order: ['o1', 'o2', 'o3', 'o1'] })
  const { facts, leftOut } = gather(
    transactionsFromColumns({ ...columns, order: ['o1', 'o2', 'o3', 'o1'], amount: [-1, 7, 5, 4] }),
    { refunds: 'ignore' },
    'orders',
  )
  expect([...(facts as any).orders.subarray(0, 2)]).toEqual([2, 1])
  expect(leftOut.refunds).toBe(1)
  expect([...(gather(log, {}, 'orders').facts as any).orders.subarray(0, 2)]).toEqual([2, 1])
})
