import { expect, test } from 'vitest'
import { recommendationBlocks } from '../src/blocks.js'

const products = { ids: ['a', 'b', 'c'] }

test('lists become flat arrays that say where each begins', () => {
  const lists = [
    [
      { item: 'c', score: 3, source: 'x' },
      { item: 'a', score: 1, source: 'y' },
    ],
    [],
    [{ item: 'b', score: 2, source: 'y' }],
  ]
  const blocks = [...recommendationBlocks([0, 1, 2], products, (customer) => lists[customer]!)]
  expect(blocks).toEqual([
    {
      start: 0,
      offsets: Int32Array.of(0, 2, 2, 3),
      items: Int32Array.of(2, 0, 1),
      scores: Float64Array.of(3, 1, 2),
      sources: Uint8Array.of(0, 1, 1),
      sourceNames: ['x', 'y'],
    },
  ])
  expect(structuredClone(blocks)).toEqual(blocks)
})

test('blocks are made one at a time, when they are asked for', () => {
  const asked: number[] = []
  const customers = Array.from({ length: 600 }, (_, c) => c)
  const blocks = recommendationBlocks(customers, products, (customer) => {
    asked.push(customer)
    return []
  })
  expect(asked).toHaveLength(0)
  blocks.next()
  const first = asked.length
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(600)
  expect(blocks.next().value).toMatchObject({ start: first })
  Array.from(blocks)
  expect(asked).toEqual(customers)
})
