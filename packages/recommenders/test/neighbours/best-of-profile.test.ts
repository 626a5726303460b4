import { expect, test } from 'vitest'
import { bestOfProfile } from '../../src/neighbours/best-of-profile.js'

const profile = { items: Int32Array.of(2, 3, 5, 8), values: Float64Array.of(1, 4, 1, 2) }

test('the highest values stay in their order, the earlier of equal ones', () => {
  expect(bestOfProfile(profile, 3)).toEqual({ items: Int32Array.of(2, 3, 8), values: Float64Array.of(1, 4, 2) })
})

test('what is no longer than that stays as it is', () => {
  expect(bestOfProfile(profile, 4)).toEqual(profile)
})
