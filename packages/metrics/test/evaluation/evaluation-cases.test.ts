import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { evaluationCases } from '../../src/evaluation/evaluation-cases.js'
import { shop } from '../shops.js'

const train = shop([
  ['anna', 1, 'p'],
  ['bert', 1, 'q'],
  ['anna', 2, 'r'],
])
const later = shop([
  ['bert', 9, 's'],
  ['bert', 9, 'q'],
  ['new', 9, 'q'],
  ['anna', 9, 'r'],
])

test('products of the train period come first, and purchases are positions among them', () => {
  const cases = evaluationCases(train, later, { repurchases: 'include', population: 'returning' })
  expect(cases).toEqual({
    customers: { ids: ['bert', 'anna'] },
    products: { ids: ['p', 'q', 'r', 's'] },
    trainProducts: 3,
    relevant: [Int32Array.of(3, 1), Int32Array.of(2)],
    seen: [Int32Array.of(1), Int32Array.of(0, 2)],
    skipped: 0,
    newCustomers: 1,
  })
})

test('a customer who only bought again is skipped, and counted', () => {
  const cases = evaluationCases(train, later, { repurchases: 'exclude', population: 'returning' })
  expect(cases).toMatchObject({ customers: { ids: ['bert'] }, relevant: [Int32Array.of(3)], skipped: 1 })
})

test('a new customer has seen nothing', () => {
  const cases = evaluationCases(train, later, { repurchases: 'exclude', population: 'new' })
  expect(cases).toMatchObject({ customers: { ids: ['new'] }, seen: [new Int32Array(0)], skipped: 0, newCustomers: 1 })
})

test('nobody to judge is an error', () => {
  const again = shop([['anna', 9, 'r']])
  expect(() => evaluationCases(train, again, { repurchases: 'exclude', population: 'returning' })).toThrow(
    new RangeError('evaluate: split must have returning customers with relevant products in the test period, got 0'),
  )
  expect(() => evaluationCases(train, again, { repurchases: 'exclude', population: 'new' })).toThrow(
    'evaluate: split must have new customers with relevant products in the test period, got 0',
  )
})

test('orders without products cannot be judged', () => {
  const plain = transactionsFromColumns({ customer: ['anna'], time: [1], amount: [1] })
  expect(() => evaluationCases(train, plain, { repurchases: 'exclude', population: 'new' })).toThrow(
    new TypeError('evaluate: split.test.product must be a column of the order log, got undefined'),
  )
})
