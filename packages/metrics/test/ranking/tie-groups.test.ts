import { expect, test } from 'vitest'
import { tieGroups } from '../../src/ranking/tie-groups.js'

test('equal scores are one group, in the order given; the highest comes first', () => {
  expect(tieGroups([1, 3, 1, 3, 2])).toEqual({ order: Int32Array.of(1, 3, 4, 0, 2), ends: Int32Array.of(2, 3, 5) })
  expect(tieGroups([])).toEqual({ order: new Int32Array(0), ends: new Int32Array(0) })
})
