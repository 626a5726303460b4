import { transactions, type Id } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { fitPopularity, loadPopularity, type PopularityMeasure, type PopularityOptions } from '../../src/index.js'
import { recommenderContract } from '../contract.js'
import { interactionsFrom } from '../fixtures.js'

recommenderContract('popularity', (interactions) => fitPopularity(interactions), {
  personal: false,
  fillsUp: true,
  answersStrangers: false,
  load: loadPopularity,
})

/** Customers of even number are a segment, those of odd number another; so are products. */
const parity = (id: Id) => Number(String(id).slice(1)) % 2 || undefined
recommenderContract(
  'popularity per segment and category',
  (interactions) => fitPopularity(interactions, { perSegment: parity, perCategory: parity }),
  {
    personal: false,
    fillsUp: false,
    answersStrangers: false,
    silentOnFew: true,
    knowsCustomers: true,
    load: loadPopularity,
  },
)

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
  const listed = (by: PopularityMeasure, more: PopularityOptions = {}) =>
    fitPopularity(orders, { by, ...more })
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

  test('adds money, refunds as money given back', () => {
    const amounts = [5, 5, -4, 1, 9, 40, 3, 3]
    const paid = { ...orders, amount: Float64Array.from(amounts) }
    expect(
      fitPopularity(paid, { by: 'revenue' })
        .recommendFor([])
        .map(({ item, score }) => [item, score]),
    ).toEqual([
      ['nail', 40],
      ['tea', 10],
      ['mug', 6],
      ['screw', 6],
    ])
  })

  test('lines count less with age, and not at all outside the window', () => {
    const day = 86_400_000
    const aged = { ...orders, time: Float64Array.of(0, 10, 20, 20, 30, 5, 30, 30).map((days) => days * day) }
    const scores = (options: PopularityOptions) =>
      Object.fromEntries(
        fitPopularity(aged, options)
          .recommendFor([], {})
          .map(({ item, score }) => [item, score]),
      )
    expect(scores({ by: 'lines', halfLife: 10, asOf: 30 * day })).toEqual({
      screw: 2,
      tea: 1.5,
      mug: 0.125 + 0.25 + 0.5,
      nail: 2 ** -2.5,
    })
    expect(scores({ by: 'quantity', days: 15, asOf: 30 * day })).toEqual({ screw: 110, tea: 3, mug: 1, nail: 0 })
    expect(scores({ days: 15, asOf: 30 * day })).toEqual({ tea: 2, mug: 1, screw: 1, nail: 0 })
    const part = fitPopularity(aged, { days: 15, asOf: 30 * day }).explain('ann', 'tea')?.parts[0]
    expect(part).toEqual({ kind: 'popularity', by: 'customers', recent: true, contribution: 2, share: 1 })
  })

  test('customers of a segment get what is popular there, others what is popular with everybody', () => {
    const segments: Record<string, string | undefined> = { ann: 'tools', eve: 'tools', bob: undefined }
    const model = fitPopularity(orders, { by: 'quantity', perSegment: (customer) => segments[customer] })
    const items = (customer: string) => model.recommend(customer, { includeSeen: true }).map(({ item }) => item)
    expect(items('ann')).toEqual(['nail', 'mug', 'tea'])
    expect(items('bob')).toEqual(['screw', 'nail', 'mug', 'tea'])
    expect(model.recommendFor([]).map(({ item }) => item)).toEqual(['screw', 'nail', 'mug', 'tea'])
    expect(model.explain('ann', 'nail')?.parts).toEqual([
      { kind: 'popularity', by: 'quantity', perSegment: true, contribution: 100, share: 1 },
    ])
  })

  test('per category a product scores its share of what its category has', () => {
    const categories: Record<string, string> = { mug: 'kitchen', tea: 'kitchen', nail: 'tools', screw: 'tools' }
    expect(listed('quantity', { perCategory: (item) => categories[item] })).toEqual([
      ['mug', 4 / 7],
      ['screw', 110 / 210],
      ['nail', 100 / 210],
      ['tea', 3 / 7],
    ])
    expect(listed('quantity', { perCategory: () => undefined })[0]).toEqual(['screw', 110 / 217])
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
      'fitPopularity: by must be one of "customers", "lines", "quantity", "meanQuantity", "revenue", got "likes"',
    )
    expect(() => fitPopularity(cells, { days: 30, asOf: 0 })).toThrow(
      new TypeError('fitPopularity: data must be an order log when days is given, got an object'),
    )
    expect(() => fitPopularity(orders, { days: 30 })).toThrow('fitPopularity: asOf must be given with days')
    expect(() => fitPopularity(orders, { perSegment: 'vip' as any })).toThrow(
      'fitPopularity: perSegment must be a function, got "vip"',
    )
    expect(() => fitPopularity(orders, { perCategory: () => true as any })).toThrow(
      'fitPopularity: perCategory must give a string, a number or undefined, got true',
    )
    const rich = { ...orders, amount: orders.amount.map(() => 1e308) }
    expect(() => fitPopularity(rich, { by: 'revenue' })).toThrow('fitPopularity: sums[0] must be finite, got Infinity')
    expect(() => fitPopularity(interactionsFrom([]))).toThrow('fitPopularity: interactions')
  })
})
