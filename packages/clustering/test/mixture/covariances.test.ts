import { expect, test } from 'vitest'
import { addScatter, covariancesOf } from '../../src/mixture/covariances.js'

const points = {
  rows: 3,
  columns: 2,
  values: Float64Array.of(0, 0, 2, 4, 6, 2),
  weights: Float64Array.of(1, 2, 1),
  leastVariances: Float64Array.of(0.5, 0.25),
}
const memberships = Float64Array.of(1, 0, 0.5, 0.5, 0, 1)
const means = Float64Array.of(1, 2, 4, 3)
const masses = Float64Array.of(2, 2)

function covariances(shape: 'full' | 'tied' | 'diagonal' | 'spherical'): number[] {
  const scatter = new Float64Array(8)
  addScatter(points, memberships, means, shape === 'diagonal' || shape === 'spherical', 0, 3, scatter)
  return Array.from(covariancesOf(points, masses, scatter, shape))
}

// Gaps of component 0: (-1, -2) and (1, 2), weight 1 each; of component 1: (-2, 1) and (2, -1), weight 1 each.
test.each([
  ['full', [1.5, 2, 2, 4.25, 4.5, -2, -2, 1.25]],
  ['tied', [3, 0, 0, 2.75, 3, 0, 0, 2.75]],
  ['diagonal', [1.5, 0, 0, 4.25, 4.5, 0, 0, 1.25]],
  ['spherical', [2.875, 0, 0, 2.875, 2.875, 0, 0, 2.875]],
] as const)('covariances of shape %s', (shape, expected) => {
  expect(covariances(shape)).toEqual(expected)
})

test('rows that do not belong to a component add nothing to it', () => {
  const scatter = new Float64Array(8)
  addScatter(points, memberships, means, false, 0, 1, scatter)
  expect(Array.from(scatter)).toEqual([1, 0, 2, 4, 0, 0, 0, 0])
})
