import { idIndex, transactions } from '@clientele/core'
import { expect, test } from 'vitest'
import { foldInHistories } from '../../src/evaluation/fold-in-histories.js'

const foldIn = transactions(
  [
    { c: 'anna', p: 'tea', q: 2 },
    { c: 'bert', p: 'cup', q: 1 },
    { c: 'anna', p: 'pot', q: 1 },
    { c: 'anna', p: 'tea', q: 3 },
  ],
  { customer: 'c', product: 'p', quantity: 'q', time: () => 0, amount: () => 1 },
)
const customers = idIndex(['bert', 'anna', 'carl'])

test('each customer has a history of their products, nobody else an empty one', () => {
  const historyOf = foldInHistories(foldIn, customers)
  expect(historyOf(0)).toEqual([{ item: 'cup', value: 1 }])
  expect(historyOf(1)).toEqual([
    { item: 'tea', value: 2 },
    { item: 'pot', value: 1 },
  ])
  expect(historyOf(2)).toEqual([])
})

test('values count what the model was fitted with', () => {
  expect(foldInHistories(foldIn, customers, 'quantity')(1)).toEqual([
    { item: 'tea', value: 5 },
    { item: 'pot', value: 1 },
  ])
  expect(foldInHistories(foldIn, customers, 'binary')(1)[0]).toEqual({ item: 'tea', value: 1 })
})
