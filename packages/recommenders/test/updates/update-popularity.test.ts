import { interactionsOf } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fitItemKnn,
  fitPopularity,
  loadPopularity,
  updatePopularity,
  type PopularityMeasure,
  type PopularityOptions,
} from '../../src/index.js'
import { interactionsFrom } from '../fixtures.js'
import { growingShops, sameBytes } from '../growing.js'

const sums: readonly PopularityMeasure[] = ['customers', 'lines', 'quantity', 'revenue']

test('is what a full fit of both logs is, bit for bit, also after a file, and leaves the old model as it is', () => {
  fc.assert(
    fc.property(growingShops, fc.constantFrom(...sums), ({ before, later, both }, by) => {
      const model = fitPopularity(before, { by })
      const saved = model.save()
      const expected = fitPopularity(both, { by }).save()
      expect(sameBytes(updatePopularity(model, later).save(), expected)).toBe(true)
      expect(sameBytes(updatePopularity(loadPopularity(saved), later).save(), expected)).toBe(true)
      expect(sameBytes(model.save(), saved)).toBe(true)
    }),
  )
})

test('of interactions too, where customers are counted', () => {
  fc.assert(
    fc.property(growingShops, ({ before, later, both }) => {
      const updated = updatePopularity(fitPopularity(interactionsOf(before)), interactionsOf(later))
      expect(sameBytes(updated.save(), fitPopularity(interactionsOf(both)).save())).toBe(true)
    }),
  )
})

const day = interactionsFrom<string, string>([['eve', 'tea', 2]])
const shop = interactionsFrom<string, string>([
  ['ann', 'mug'],
  ['eve', 'tea'],
])

test('new customers and products enter, and values replace one another where that is asked for', () => {
  const updated = updatePopularity(fitPopularity(shop), interactionsFrom<string, string>([['kim', 'hat']]))
  expect([updated.customers.ids, updated.products.ids]).toEqual([
    ['ann', 'eve', 'kim'],
    ['mug', 'tea', 'hat'],
  ])
  expect(updatePopularity(fitPopularity(shop), day, { overlap: 'replace' }).history('eve')).toEqual([
    { item: 'tea', value: 2 },
  ])
})

test('a day without orders changes nothing', () => {
  const model = fitPopularity(shop)
  const none = { ...day, matrix: { ...day.matrix, indices: new Int32Array(0), values: new Float64Array(0) } }
  expect(updatePopularity(model, none)).toBe(model)
})

test('what is no sum of all lines cannot go on, and other models are no best sellers', () => {
  const { both } = fc.sample(growingShops, { numRuns: 1, seed: 1 })[0]!
  const refused = (options: PopularityOptions<string, string>) => () =>
    updatePopularity(fitPopularity(both, options), both)
  expect(refused({ by: 'meanQuantity' })).toThrow(
    new TypeError('updatePopularity: model must hold sums of all lines, not means, got an object'),
  )
  expect(refused({ days: 1, asOf: 1000 })).toThrow('not recent lines')
  expect(refused({ perSegment: () => 'a' })).toThrow('not segments')
  expect(refused({ perCategory: () => 'a' })).toThrow('not categories')
  expect(() => updatePopularity(fitItemKnn(shop), day)).toThrow('model must be made by fitPopularity')
  expect(() => updatePopularity(fitPopularity(both, { by: 'lines' }), day)).toThrow('be an order log')
})
