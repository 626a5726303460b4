import { expect, test, vi } from 'vitest'
import { groupsOf } from '../../src/rules/groups.js'

const products = { ids: ['a', 'b', 'c', 'd', 'e'] }

test('groups are numbered from 1 on; a product without one has 0', () => {
  const groups: Record<string, string | number | null | undefined> = { a: 'x', b: 1, c: 'x', d: undefined, e: null }
  const { max, groupAt } = groupsOf('f', { max: 2, group: (item) => groups[item] }, products)
  expect(max).toBe(2)
  expect(products.ids.map((_, position) => groupAt(position))).toEqual([1, 2, 1, 0, 0])
  expect(groupsOf('f', { max: 1, group: () => NaN }, products).groupAt(0)).toBe(0)
})

test('the text "1" and the number 1 are two groups, __proto__ is one like any other', () => {
  const groups: Record<string, string | number> = { a: '1', b: 1, c: '__proto__', d: 'constructor', e: '__proto__' }
  const { groupAt } = groupsOf('f', { max: 1, group: (item) => groups[item] }, products)
  expect(products.ids.map((_, position) => groupAt(position))).toEqual([1, 2, 3, 4, 3])
})

test('a group is read once, when it is needed', () => {
  const group = vi.fn(() => undefined)
  const { groupAt } = groupsOf('f', { max: 1, group }, products)
  expect(group).not.toHaveBeenCalled()
  for (const position of [3, 3, 1, 3]) groupAt(position)
  expect(group.mock.calls).toEqual([['d'], ['b']])
})

test('names what is wrong with a limit', () => {
  const given = (limit: any) => () => groupsOf('recommend', limit, products)
  expect(given(null)).toThrow(new TypeError('recommend: maxPerGroup.max must be an integer, got undefined'))
  expect(given(2)).toThrow('recommend: maxPerGroup.max must be an integer, got undefined')
  expect(given({ max: 0, group: () => 'x' })).toThrow('recommend: maxPerGroup.max must be at least 1, got 0')
  expect(given({ max: 1, group: 'x' })).toThrow('recommend: maxPerGroup.group must be a function, got "x"')
  expect(() => groupsOf('recommend', { max: 1, group: () => ['x'] as any }, products).groupAt(0)).toThrow(
    new TypeError('recommend: maxPerGroup.group must give a string, a number or undefined, got an array of 1'),
  )
})
