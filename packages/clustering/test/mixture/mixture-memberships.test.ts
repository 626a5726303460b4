import { expect, test } from 'vitest'
import { gaussianMixture, mixtureMemberships } from '../../src/index.js'
import { randomRows } from '../points.js'
import { normalDensity } from './by-hand.js'

const mixture = {
  centroids: { rows: 2, columns: 1, values: Float64Array.of(0, 5) },
  covariance: 'full',
  covariances: Float64Array.of(1, 1),
  proportions: Float64Array.of(0.5, 0.5),
} as const

test('later rows belong to the components by their densities', () => {
  const { labels, memberships } = mixtureMemberships([[-1], [2.4], [2.6], [9]], mixture)
  expect(Array.from(labels)).toEqual([0, 0, 1, 1])
  const first = normalDensity([2.4], [0], [1])
  expect(memberships.values[2]).toBeCloseTo(first / (first + normalDensity([2.4], [5], [1])), 12)
})

test('a row half-way belongs to the lower component', () => {
  expect(mixtureMemberships([[2.5]], mixture).labels).toEqual(Int32Array.of(0))
})

test('the rows of the fit belong to it as the fit said', () => {
  const points = randomRows(1, 80, 3)
  const fitted = gaussianMixture(points, 3, { seed: 1, restarts: 2 })
  const again = mixtureMemberships(points, structuredClone(fitted))
  expect(again.labels).toEqual(fitted.labels)
  again.memberships.values.forEach((share, i) => expect(share).toBeCloseTo(fitted.memberships.values[i]!, 12))
})

test.each([
  [[[1, 2]], 'mixtureMemberships: points must have 1 columns, as the mixture does, got 2'],
  [[[1], [NaN]], 'mixtureMemberships: points[1][0] must be finite, got NaN'],
  [[], 'mixtureMemberships: points must have at least one row, got an array of 0'],
])('%j is refused', (points, message) => {
  expect(() => mixtureMemberships(points, mixture)).toThrow(new RangeError(message))
})
