import { interactionsOf } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitItemKnn, fitUserKnn, loadUserKnn, updateUserKnn, updateUserKnnAsync } from '../../src/index.js'
import { interactionsFrom } from '../fixtures.js'
import { growingShops, sameBytes, similaritySettings } from '../growing.js'

test('is what a full fit of both logs is, bit for bit, also after a file, and leaves the old model as it is', () => {
  fc.assert(
    fc.property(growingShops, similaritySettings, ({ before, later, both }, settings) => {
      const model = fitUserKnn(interactionsOf(before), settings)
      const saved = model.save()
      const expected = fitUserKnn(interactionsOf(both), settings).save()
      expect(sameBytes(updateUserKnn(model, interactionsOf(later)).save(), expected)).toBe(true)
      expect(sameBytes(updateUserKnn(loadUserKnn(saved), interactionsOf(later)).save(), expected)).toBe(true)
      expect(sameBytes(model.save(), saved)).toBe(true)
    }),
  )
})

const shop = interactionsFrom<string, string>([
  ['ann', 'mug'],
  ['ann', 'tea'],
  ['bob', 'hat'],
])
const day = interactionsFrom<string, string>([['eve', 'mug']])

test('a new customer is alike to those who have the same, at once', async () => {
  const updated = updateUserKnn(fitUserKnn(shop), day)
  expect(updated.similarUsers('eve')).toEqual([{ customer: 'ann', similarity: 1 / Math.sqrt(2) }])
  expect(updated.similarUsersFor([{ item: 'mug' }])[0]).toEqual({ customer: 'eve', similarity: 1 })
  const pooled = await updateUserKnnAsync(fitUserKnn(shop), day, { workers: 1 })
  expect(sameBytes(pooled.save(), updated.save())).toBe(true)
})

test('values replace one another where that is asked for', () => {
  const again = interactionsFrom<string, string>([['bob', 'hat', 5]])
  expect(updateUserKnn(fitUserKnn(shop), again, { overlap: 'replace' }).history('bob')).toEqual([
    { item: 'hat', value: 5 },
  ])
})

test('a model of another kind is refused', () => {
  expect(() => updateUserKnn(fitItemKnn(shop) as never, day)).toThrow(
    'updateUserKnn: model must be made by fitUserKnn, loadUserKnn or updateUserKnn, got an object',
  )
})
