import { transactions } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { fitPopularity, loadPopularity } from '../src/index.js'
import { recommenderContract } from './contract.js'
import { interactionsFrom } from './fixtures.js'

recommenderContract('popularity', (interactions) => fitPopularity(interactions), {
  personal: false,
  fillsUp: true,
  answersStrangers: false,
  load: loadPopularity,
})

describe('popularity', () => {
  const rows = [
    { who: 'ann', what: 'mug', units: 1 },
    { who: 'ann', what: 'mug', units: 2 },
    { who: 'ann', what: 'mug', units: 1 },
    { who: 'bob', what: 'tea', units: 1 },
    { who: 'eve', what: 'tea', units: 2 },
    { who: 'eve', what: 'nail', units: 100 },
    { who: 'bob', what: 'screw', units: 70 },
    { who: 'bob', what: 'screw', units: 40 },
  ]
  const orders = transactions(rows, {
    customer: 'who',
    product: 'what',
    quantity: 'units',
    time: () => '2024-01-05',
    amount: () => 1,
  })
  const listed = (by: 'customers' | 'lines' | 'quantity' | 'meanQuantity') =>
    fitPopularity(orders, { by })
      .recommendFor([])
      .map(({ item, score }) => [item, score])

  test('counts customers, whatever each of them bought of it', () => {
    expect(listed('customers')).toEqual([
      ['tea', 2],
      ['mug', 1],
      ['nail', 1],
      ['screw', 1],
    ])
  })

  test('counts lines', () => {
    expect(listed('lines')).toEqual([
      ['mug', 3],
      ['tea', 2],
      ['screw', 2],
      ['nail', 1],
    ])
  })

  test('adds units', () => {
    expect(listed('quantity')).toEqual([
      ['screw', 110],
      ['nail', 100],
      ['mug', 4],
      ['tea', 3],
    ])
  })

  test('takes the mean units of a line', () => {
    expect(listed('meanQuantity')).toEqual([
      ['nail', 100],
      ['screw', 55],
      ['tea', 1.5],
      ['mug', 4 / 3],
    ])
  })

  test('counts customers by default, in orders and in interactions alike', () => {
    const cells = rows.map(({ who, what }) => [who, what] as const)
    expect(fitPopularity(interactionsFrom(cells)).recommendFor([])).toEqual(fitPopularity(orders).recommendFor([]))
  })

  test('leaves out what the customer has, however popular', () => {
    expect(
      fitPopularity(orders)
        .recommend('eve')
        .map(({ item }) => item),
    ).toEqual(['mug', 'screw'])
  })

  test('explains a product by its count', () => {
    expect(fitPopularity(orders, { by: 'lines' }).explain('ann', 'tea')).toEqual({
      item: 'tea',
      score: 2,
      source: 'popularity',
      parts: [{ kind: 'popularity', by: 'lines', contribution: 2, share: 1 }],
    })
  })

  test('says which data it lacks', () => {
    const cells = interactionsFrom([['ann', 'mug']])
    expect(() => fitPopularity(cells, { by: 'lines' })).toThrow(
      new TypeError('fitPopularity: data must be an order log to count by "lines", got an object'),
    )
    expect(() => fitPopularity(orders, { by: 'likes' as any })).toThrow(
      'fitPopularity: by must be one of "customers", "lines", "quantity", "meanQuantity", got "likes"',
    )
    expect(() => fitPopularity(interactionsFrom([]))).toThrow('fitPopularity: interactions')
  })
})
