import { compensatedSum } from '@clientele/core'
import { expect, test } from 'vitest'
import { evaluate, metricsByActivity, metricsByPopularity, splitByTime } from '../../src/index.js'
import { randomShop } from '../random-shop.js'
import { answering, firstProducts, shop } from '../shops.js'

const split = splitByTime(randomShop(8, 300), { testDays: 10 })
const evaluation = evaluate(firstProducts(split.train), split, { k: 4 })

test('groups of activity hold every customer once, and their means add up to the mean', () => {
  const rows = metricsByActivity(evaluation, split, { groups: 3 })
  const customers = rows.map((row) => Number(row['customers']))
  expect(compensatedSum(customers)).toBe(evaluation.customers)
  const mean = compensatedSum(rows.map((row, i) => Number(row['recall']) * customers[i]!)) / evaluation.customers
  expect(mean).toBeCloseTo(evaluation.metrics.recall.mean, 12)
  rows.slice(1).forEach((row, i) => expect(row['fromLines']).toBeGreaterThan(Number(rows[i]!['toLines'])))
})

test('equally active customers share a group', () => {
  const even = splitByTime(
    shop([
      ['anna', 1, 'a'],
      ['bert', 1, 'b'],
      ['anna', 20, 'b'],
      ['bert', 20, 'a'],
    ]),
    { at: '2024-01-15' },
  )
  const { metrics, ...rest } = evaluate(answering([['anna', ['b']]]), even, { k: 1 })
  const rows = metricsByActivity({ metrics, ...rest }, even)
  expect(rows).toMatchObject([{ fromLines: 1, toLines: 1, customers: 2, precision: 0.5 }])
})

test('groups of popularity hold every relevant pair and every place once', () => {
  const groups = metricsByPopularity(evaluation, split)
  const sum = (of: (each: (typeof groups)[number]) => number) => compensatedSum(groups.map(of))
  expect(sum(({ relevantPairs }) => relevantPairs)).toBe(evaluation.relevantPairs)
  expect(sum(({ products }) => products)).toBe(evaluation.lists.products.ids.length)
  expect(sum(({ exposure }) => exposure)).toBeCloseTo(1, 12)
})

test('a model that shows best sellers only finds nothing else', () => {
  const log = shop([
    ...Array.from({ length: 9 }, (_, i) => [`c${i}`, 1, 'best'] as const),
    ['anna', 1, 'rare'],
    ['bert', 1, 'rare'],
    ['anna', 20, 'best'],
    ['bert', 20, 'best'],
    ['c1', 20, 'rare'],
    ['c2', 20, 'new'],
  ])
  const cut = splitByTime(log, { at: '2024-01-15' })
  const best = evaluate({ recommend: () => [{ item: 'best' }] }, cut, { k: 1 })
  expect(metricsByPopularity(best, cut)).toEqual([
    { group: 'head', products: 1, relevantPairs: 2, relevantShare: 0.5, exposure: 1, recall: 1, precision: 0.5 },
    { group: 'tail', products: 1, relevantPairs: 1, relevantShare: 0.25, exposure: 0, recall: 0, precision: 0 },
    { group: 'new', products: 1, relevantPairs: 1, relevantShare: 0.25, exposure: 0, recall: 0, precision: 0 },
  ])
})

test('another split and too few groups are refused', () => {
  const other = splitByTime(randomShop(9, 300), { testDays: 10 })
  expect(() => metricsByPopularity(evaluation, other)).toThrow(
    'metricsByPopularity: split must be that of the evaluation',
  )
  expect(() => metricsByActivity(evaluation, other)).toThrow('metricsByActivity: split must be that of the evaluation')
  expect(() => metricsByActivity(evaluation, split, { groups: 1 })).toThrow('groups must be at least 2, got 1')
})
