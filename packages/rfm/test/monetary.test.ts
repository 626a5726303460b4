import { transactions } from '@clientele/core'
import { expect, test } from 'vitest'
import { monetaryValues } from '../src/monetary.js'

const paid = (amounts: readonly number[]) =>
  transactions(amounts, { customer: () => 'ann', time: () => 0, amount: (amount) => amount })

test('adds the amounts of each customer, refunds taken off', () => {
  const log = transactions(
    [
      ['a', 10],
      ['b', 4],
      ['a', -2.5],
    ] as const,
    {
      customer: ([id]) => id,
      time: () => 0,
      amount: ([, amount]) => amount,
    },
  )
  expect([...monetaryValues(log)]).toEqual([7.5, 4])
})

test('loses no cent to rounding', () => {
  expect([...monetaryValues(paid(new Array<number>(10).fill(0.1)))]).toEqual([1])
  expect([...monetaryValues(paid([1e16, 1, -1e16]))]).toEqual([1])
})

test('refuses a sum beyond the range of a number', () => {
  expect(() => monetaryValues(paid([1e308, 1e308]))).toThrow('rfm: monetary[0] must be finite, got Infinity')
})
