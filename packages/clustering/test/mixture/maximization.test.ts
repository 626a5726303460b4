import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { maximization } from '../../src/mixture/maximization.js'
import { Pace } from '../../src/pace.js'

const progress = { stage: 'mixture', done: 0, total: 1 }
const points = {
  rows: 3,
  columns: 1,
  values: Float64Array.of(0, 2, 6),
  weights: Float64Array.of(1, 2, 1),
  leastVariances: Float64Array.of(0.5),
}

test('components take their share, mean and variance from the rows that belong to them', () => {
  const memberships = Float64Array.of(1, 0, 0.5, 0.5, 0, 1)
  expect(run(maximization(points, memberships, 'full', undefined, new Pace(), progress))).toEqual({
    columns: 1,
    proportions: Float64Array.of(0.5, 0.5),
    means: Float64Array.of(1, 4),
    covariances: Float64Array.of(1.5, 4.5),
  })
})

test('a component that has lost its rows stays where it was, as good as nothing but not nothing', () => {
  const before = {
    columns: 1,
    proportions: Float64Array.of(0.9, 0.1),
    means: Float64Array.of(2, 77),
    covariances: Float64Array.of(3, 5),
  }
  const memberships = Float64Array.of(1, 0, 1, 0, 1, 0)
  const after = run(maximization(points, memberships, 'full', before, new Pace(), progress))
  expect(after.means).toEqual(Float64Array.of(2.5, 77))
  expect(after.covariances[1]).toBe(5)
  expect(after.proportions[1]).toBeGreaterThan(0)
  expect(after.proportions[1]).toBeLessThan(1e-12)
})
