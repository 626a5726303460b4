import { csrFromTriplets, idIndex } from '@clientele/core'
import { expect, test } from 'vitest'
import { similarItemsOf, type SimilarItemsOptions } from '../../src/neighbours/similar-items.js'

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

test('rules choose among the neighbours before the list is cut', () => {
  const products = idIndex<string>(['mug', 'tea', 'pot', 'hat'])
  const { similarItems } = similarItemsOf(products, csrFromTriplets([0, 0, 0], [1, 2, 3], [0.5, 0.25, 0.75], 4, 4))
  const items = (options: SimilarItemsOptions<string>) => similarItems('mug', options).map(({ item }) => item)
  expect(items({ exclude: ['hat', 'unknown'], n: 1 })).toEqual(['tea'])
  expect(items({ among: new Set(['pot', 'hat', 'mug']) })).toEqual(['hat', 'pot'])
  expect(items({ among: [] })).toEqual([])
  const asked: string[] = []
  expect(items({ exclude: ['pot'], where: (item) => asked.push(item) > 0 && item !== 'hat' })).toEqual(['tea'])
  expect(asked.sort()).toEqual(['hat', 'tea'])
  expect(() => items({ among: ['x'] })).toThrow(
    new RangeError('similarItems: among must name at least one item that the model knows, got "x"'),
  )
  expect(() => items({ where: 'hat' as any })).toThrow('similarItems: where must be a function, got "hat"')
})
