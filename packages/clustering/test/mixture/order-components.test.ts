import { expect, test } from 'vitest'
import { orderComponents } from '../../src/mixture/order-components.js'

const mixture = {
  labels: Int32Array.of(2, 1, 2),
  memberships: { rows: 3, columns: 3, values: Float64Array.of(0.1, 0.2, 0.7, 0.1, 0.8, 0.1, 0.3, 0.3, 0.4) },
  centroids: { rows: 3, columns: 2, values: Float64Array.of(1, 2, 3, 4, 5, 6) },
  covariance: 'full' as const,
  covariances: Float64Array.of(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3),
  proportions: Float64Array.of(0.2, 0.5, 0.3),
  logLikelihood: -1,
  bic: 2,
  aic: 3,
  parameters: 4,
  iterations: 5,
  converged: true,
}

test('components follow their first row, and one that no row belongs to most comes last', () => {
  const { sizes, ...ordered } = orderComponents(mixture, undefined)
  expect(ordered).toEqual({
    ...mixture,
    labels: Int32Array.of(0, 1, 0),
    memberships: { rows: 3, columns: 3, values: Float64Array.of(0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.4, 0.3, 0.3) },
    centroids: { rows: 3, columns: 2, values: Float64Array.of(5, 6, 3, 4, 1, 2) },
    covariances: Float64Array.of(3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1),
    proportions: Float64Array.of(0.3, 0.5, 0.2),
  })
  const expected = [1.2, 1.3, 0.5]
  sizes.forEach((size, component) => expect(size).toBeCloseTo(expected[component]!, 12))
})

test('sizes count rows by weight and membership', () => {
  expect(orderComponents(mixture, [10, 0, 0]).sizes).toEqual(Float64Array.of(7, 2, 1))
})
