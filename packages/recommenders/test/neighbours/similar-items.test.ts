import { csrFromTriplets, idIndex } from '@clientele/core'
import { expect, test } from 'vitest'
import { similarItemsOf } from '../../src/neighbours/similar-items.js'

test('similar products are those above 0, best first, cut to n', () => {
  const products = idIndex<string>(['mug', 'tea', 'pot', 'hat'])
  const { similarItems } = similarItemsOf(products, csrFromTriplets([0, 0, 0], [1, 2, 3], [0.5, -1, 0.75], 4, 4))
  expect(similarItems('mug')).toEqual([
    { item: 'hat', similarity: 0.75 },
    { item: 'tea', similarity: 0.5 },
  ])
  expect(similarItems('mug', { n: 1 })).toHaveLength(1)
  expect(similarItems('nothing')).toEqual([])
  expect(() => similarItems('mug', { n: 0 })).toThrow(new RangeError('similarItems: n must be at least 1, got 0'))
})
