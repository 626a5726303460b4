import { expect, test } from 'vitest'
import { listOf } from '../../src/evaluation/list-values.js'

test('a list ends with its last product', () => {
  const lists = Int32Array.of(3, 1, -1, 2, 0, 4)
  expect(listOf(lists, 0, 3)).toEqual(Int32Array.of(3, 1))
  expect(listOf(lists, 1, 3)).toEqual(Int32Array.of(2, 0, 4))
})
