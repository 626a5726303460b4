import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { longTailedPairs, movieLens100KShape, movieLensShape, type PairsShape } from '../../src/data/movielens-shape.js'

const shape: PairsShape = {
  users: 300,
  items: 120,
  pairs: 6000,
  perUser: [
    [0, 5],
    [0.5, 12],
    [1, 80],
  ],
  perItem: [
    [0, 1],
    [0.5, 20],
    [1, 200],
  ],
}

function pairsOf(seed: string) {
  const { offsets, items } = longTailedPairs(shape, random(seed))
  const rows = Array.from({ length: shape.users }, (_, user) => [
    ...items.values.subarray(offsets.values[user], offsets.values[user + 1]),
  ])
  return { offsets, items, rows }
}

test('there are exactly as many pairs as asked for, ascending within a user and without repeats', () => {
  const { offsets, rows } = pairsOf('a')
  expect(offsets.values.at(-1)).toBe(shape.pairs)
  for (const row of rows) expect(row).toEqual([...new Set(row)].sort((a, b) => a - b))
})

test('every user has at least the least number, every item somebody', () => {
  const { rows } = pairsOf('a')
  expect(Math.min(...rows.map((row) => row.length))).toBe(5)
  expect(new Set(rows.flat()).size).toBe(shape.items)
})

test('both sides are long-tailed: half of the items share less than a fifth of the pairs', () => {
  const { rows } = pairsOf('a')
  const perItem = new Array<number>(shape.items).fill(0)
  for (const item of rows.flat()) perItem[item]!++
  const rare = perItem.sort((a, b) => a - b).slice(0, shape.items / 2)
  expect(rare.reduce((a, b) => a + b)).toBeLessThan(shape.pairs / 5)
  expect(Math.max(...perItem)).toBeGreaterThan(5 * perItem[shape.items / 2]!)
})

test('the same seed gives the same pairs, another one others', () => {
  expect(pairsOf('a').rows).toEqual(pairsOf('a').rows)
  expect(pairsOf('a').rows).not.toEqual(pairsOf('b').rows)
})

test('more pairs than some user can hold are refused', () => {
  expect(() => longTailedPairs({ ...shape, pairs: 30_000 }, random('a'))).toThrow(
    'longTailedPairs: shape.pairs must give no user more than 120 items, got',
  )
})

test('the data sets are named after what they imitate', () => {
  expect(movieLensShape).toMatchObject({ name: 'movielens-1m-shape', version: 1 })
  expect(movieLens100KShape).toMatchObject({ name: 'movielens-100k-shape', version: 1 })
})

test('the smaller shape has the users, films and pairs of MovieLens 100K', () => {
  const { offsets, items } = movieLens100KShape.make()
  expect([offsets!.values.length, items!.values.length, new Set(items!.values).size]).toEqual([944, 100_000, 1682])
})
