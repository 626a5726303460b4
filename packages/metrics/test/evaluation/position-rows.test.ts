import fc from 'fast-check'
import { expect, test } from 'vitest'
import { userMetrics } from '../../src/index.js'
import { positionRows } from '../../src/evaluation/position-rows.js'

test('small integers stand for themselves, and users with nothing relevant are left out', () => {
  const lists = [Int32Array.of(5, 0), [1], [2, 3]]
  const { products, users, lists: kept, relevant } = positionRows('f', lists, [[7], [], Uint8Array.of(2)])
  expect([products, [...users]]).toEqual([8, [0, 2]])
  expect(kept).toEqual([lists[0], lists[2]])
  expect(relevant).toEqual([[7], Uint8Array.of(2)])
})

test('all other ids are numbered by first appearance', () => {
  const found = positionRows('f', [['b', 'a'], ['a']], [['c'], ['b', 'a']])
  expect(found.lists.map((row) => Array.from(row))).toEqual([[0, 1], [1]])
  expect(found.relevant.map((row) => Array.from(row))).toEqual([[2], [0, 1]])
  for (const strange of [-1, 0.5, 2 ** 40]) {
    expect(positionRows('f', [[strange]], [[3]])).toMatchObject({ products: 2, lists: [Int32Array.of(0)] })
  }
  expect(positionRows('f', [[1]], [['1']]).products).toBe(2)
})

test('whatever the ids are, the metrics are the same', () => {
  const list = fc.uniqueArray(fc.nat({ max: 12 }), { maxLength: 8 })
  const pairs = fc.array(fc.tuple(list, list), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(pairs, (both) => {
      const judged = (id: (n: number) => number | string) =>
        userMetrics(
          both.map(([own]) => own.map(id)),
          both.map(([, wanted]) => wanted.map(id)),
          { k: 4, items: 30, metrics: ['precision', 'ndcg', 'map', 'auc'] },
        )
      const plain = judged((n) => n)
      for (const id of [(n: number) => `p${n}`, (n: number) => -n - 1, (n: number) => n * 1e9]) {
        expect(judged(id)).toEqual(plain)
      }
    }),
  )
})

test('names the product that comes twice, in either form, and what is no list', () => {
  const twice = (lists: readonly (number | string)[][]) => () =>
    positionRows(
      'f',
      lists,
      lists.map(() => [1]),
    )
  expect(twice([[1], [4, 5, 4]])).toThrow(new RangeError('f: lists[1][2] must not be in the list before, got 4'))
  expect(twice([['a', 'a']])).toThrow('f: lists[0][1] must not be in the list before, got "a"')
  expect(() => positionRows('f', [[1], [2]], [[], [3, 3]])).toThrow('f: relevant[1][1] must not be in the list before')
  expect(() => positionRows('f', [null as never], [[1]])).toThrow(
    new TypeError('f: lists[0] must be an array, got null'),
  )
  expect(() => positionRows('f', [[1]], [undefined as never])).toThrow('f: relevant[0] must be an array')
  expect(() => positionRows('f', ['ab'], [[1]])).toThrow('f: lists[0] must be an array, got "ab"')
})
