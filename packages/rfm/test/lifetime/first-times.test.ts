import { expect, test } from 'vitest'
import { firstTimes } from '../../src/lifetime/first-times.js'
import { lineFilter } from '../../src/measure/line-filter.js'
import { logOf } from '../order-lines.js'

test('the first line that counts, in whatever order lines stand', () => {
  const line = (customer: string, time: number, amount: number) => ({ customer, order: `${time}`, time, amount })
  const orders = logOf([line('ann', 7, 1), line('ann', 3, 1), line('ann', 1, -1), line('bob', 2, -1)])
  const filter = lineFilter('f', { asOf: 10, refunds: 'ignore' })
  expect(firstTimes(orders, filter)).toEqual(Float64Array.of(3, Infinity))
})
