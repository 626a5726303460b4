import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { checkRowColumns, copyRowColumns } from '../src/csr-rows.js'

const lists = (offsets: number[], indices: number[]) => ({
  offsets: Int32Array.from(offsets),
  indices: Int32Array.from(indices),
})

function copied(offsets: number[], indices: number[]) {
  const scope = new Engine().arena.scope()
  return run(copyRowColumns('fn', scope, 'seen', lists(offsets, indices), 5)).map((region) => [...region.view()])
}

test('rows with columns, rows without, and columns that no row has', () => {
  expect(copied([0, 2, 2, 3], [4, 0, 1])).toEqual([
    [0, 2, 2, 3],
    [4, 0, 1],
  ])
  expect(copied([0, 0], [1])).toEqual([[0, 0], [1]])
})

test.each([
  [[0, 2, 1], [0, 0], 'fn: seen.offsets[2] must ascend from 0 to at most 2, got 1'],
  [[-1, 0], [], 'fn: seen.offsets[0] must ascend from 0 to at most 0, got -1'],
  [[0, 3], [0, 0], 'fn: seen.offsets[1] must ascend from 0 to at most 2, got 3'],
  [[0, 1], [5], 'fn: seen.indices[0] must be a column below 5, got 5'],
  [[0, 2], [0, -1], 'fn: seen.indices[1] must be a column below 5, got -1'],
])('offsets %j with columns %j are refused', (offsets, indices, message) => {
  expect(() => copied(offsets, indices)).toThrow(new RangeError(message))
})

test('lists of the wrong kind or length are refused', () => {
  const { offsets, indices } = lists([0, 1], [0])
  const check = (list: unknown) => checkRowColumns('fn', 'seen', list as any, 1)
  expect(() => check({ offsets, indices })).not.toThrow()
  expect(() => check(undefined)).toThrow(new TypeError('fn: seen.offsets must be an Int32Array, got undefined'))
  expect(() => check({ offsets: [0, 1], indices })).toThrow(
    new TypeError('fn: seen.offsets must be an Int32Array, got an array of 2'),
  )
  expect(() => check({ offsets, indices: new Uint32Array(1) })).toThrow(
    new TypeError('fn: seen.indices must be an Int32Array, got a Uint32Array'),
  )
  expect(() => checkRowColumns('fn', 'seen', { offsets, indices }, 2)).toThrow(
    new RangeError('fn: seen.offsets.length must be 3, one per row, and one, got 2'),
  )
})
