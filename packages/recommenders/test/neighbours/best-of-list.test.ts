import { expect, test } from 'vitest'
import { bestOfList } from '../../src/neighbours/best-of-list.js'

test('the highest values come first, of equal ones the earlier', () => {
  const list = { items: Int32Array.of(2, 5, 7, 9), values: Float64Array.of(0.5, 1, 0.5, 0.75) }
  expect(bestOfList(list, 3)).toEqual([
    { item: 5, value: 1 },
    { item: 9, value: 0.75 },
    { item: 2, value: 0.5 },
  ])
  expect(bestOfList(list, 10)).toHaveLength(4)
})
