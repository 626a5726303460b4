import { expect, test } from 'vitest'
import { memberships } from '../../src/evaluation/memberships.js'

test('each set forgets the one before', () => {
  const next = memberships(4)
  const first = next([0, 2])
  expect([-1, 0, 1, 2, 3, 4].map(first)).toEqual([false, true, false, true, false, false])
  const second = next(Int32Array.of(3))
  expect([0, 1, 2, 3].map(second)).toEqual([false, false, false, true])
  expect([0, 1, 2, 3].map(next([]))).toEqual([false, false, false, false])
})
