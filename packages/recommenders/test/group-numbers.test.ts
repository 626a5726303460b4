import { expect, test } from 'vitest'
import { GroupNumbers } from '../src/group-numbers.js'

test('groups are numbered as they come; the text "1" and the number 1 are two, and no group is 0', () => {
  const groups = new GroupNumbers('f', 'group')
  const given = ['x', 1, 'x', '1', '__proto__', 1, undefined, null, NaN, '']
  expect(given.map((group) => groups.numberOf(group))).toEqual([1, 2, 1, 3, 4, 2, 0, 0, 0, 5])
  expect(groups.size).toBe(5)
  expect(() => groups.numberOf(['x'] as any)).toThrow(
    new TypeError('f: group must give a string, a number or undefined, got an array of 1'),
  )
})
