import { interactionsOf, mergeInteractions } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitItemKnn, fitPopularity, loadItemKnn, updateItemKnn, updateItemKnnAsync } from '../../src/index.js'
import { interactionsFrom } from '../fixtures.js'
import { growingShops, sameBytes, similaritySettings } from '../growing.js'

describe('updateItemKnn', () => {
  test('is what a full fit of both logs is, bit for bit, also after a file, and leaves the old model as it is', () => {
    fc.assert(
      fc.property(growingShops, similaritySettings, ({ before, later, both }, settings) => {
        const model = fitItemKnn(interactionsOf(before), settings)
        const saved = model.save()
        const expected = fitItemKnn(interactionsOf(both), settings).save()
        expect(sameBytes(updateItemKnn(model, interactionsOf(later)).save(), expected)).toBe(true)
        expect(sameBytes(updateItemKnn(loadItemKnn(saved), interactionsOf(later)).save(), expected)).toBe(true)
        expect(sameBytes(model.save(), saved)).toBe(true)
      }),
    )
  })

  const model = fitItemKnn(
    interactionsFrom<string, string>([
      ['ann', 'mug'],
      ['ann', 'tea'],
      ['bob', 'mug'],
    ]),
  )

  test('new customers and new products enter, and one update follows another', () => {
    const day = interactionsFrom<string, string>([
      ['eve', 'tea'],
      ['eve', 'pot'],
    ])
    const updated = updateItemKnn(model, day)
    expect([updated.customers.ids, updated.products.ids]).toEqual([
      ['ann', 'bob', 'eve'],
      ['mug', 'tea', 'pot'],
    ])
    expect(updated.similarItems('pot')).toEqual([{ item: 'tea', similarity: 1 / Math.sqrt(2) }])
    const next = updateItemKnn(updated, interactionsFrom<string, string>([['bob', 'pot']]))
    expect(next.recommend('bob').map(({ item }) => item)).toEqual(['tea'])
    expect(model.products.ids).toEqual(['mug', 'tea'])
  })

  test('values of a pair that is known are added, or take the place of the old one', () => {
    const again = interactionsFrom<string, string>([['ann', 'mug', 2]])
    expect(updateItemKnn(model, again).history('ann')![0]).toEqual({ item: 'mug', value: 3 })
    expect(updateItemKnn(model, again, { overlap: 'replace' }).history('ann')![0]).toEqual({ item: 'mug', value: 2 })
  })

  test('a pool of workers gives the same bits', async () => {
    const [before, later] = [interactionsFrom(band(300, 0)), interactionsFrom(band(12, 7))]
    const updated = await updateItemKnnAsync(fitItemKnn(before), later, { workers: 2 })
    expect(sameBytes(updated.save(), fitItemKnn(mergeInteractions(before, later)).save())).toBe(true)
  })

  test('nothing new changes nothing', () => {
    const nothing = { customers: { ids: [] }, products: { ids: [] }, matrix: emptyMatrix }
    expect(sameBytes(updateItemKnn(model, nothing).save(), model.save())).toBe(true)
  })

  test('a model of another kind and bad interactions are refused', () => {
    const popular = fitPopularity(interactionsFrom([['ann', 'mug']]))
    const day = interactionsFrom<string, string>([['eve', 'tea']])
    expect(() => updateItemKnn(popular as never, day)).toThrow(
      new TypeError('updateItemKnn: model must be made by fitItemKnn, loadItemKnn or updateItemKnn, got an object'),
    )
    const bad = { ...day, matrix: { ...day.matrix, values: Float64Array.of(NaN) } }
    expect(() => updateItemKnn(model, bad)).toThrow('updateItemKnn: newInteractions.matrix.values[0] must be')
  })
})

const emptyMatrix = {
  rows: 0,
  columns: 0,
  offsets: new Int32Array(1),
  indices: new Int32Array(0),
  values: new Float64Array(0),
}

/** Customer c has the products c to c + 3. */
function band(customers: number, from: number): [string, string][] {
  return Array.from({ length: 4 * customers }, (_, i) => [`c${from + (i >> 2)}`, `p${from + (i >> 2) + (i % 4)}`])
}
