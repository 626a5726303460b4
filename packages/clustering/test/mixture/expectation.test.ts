import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { densityOf } from '../../src/mixture/density.js'
import { expectation } from '../../src/mixture/expectation.js'
import { Pace } from '../../src/pace.js'
import { normalDensity } from './by-hand.js'

const progress = { stage: 'mixture', done: 0, total: 1 }
const components = {
  columns: 1,
  proportions: Float64Array.of(0.4, 0.6),
  means: Float64Array.of(0, 3),
  covariances: Float64Array.of(1, 4),
}

test('memberships are shares of the density, and the likelihood adds up its logarithms by weight', () => {
  const values = Float64Array.of(-1, 1, 2, 8)
  const weights = Float64Array.of(1, 2, 1, 0.5)
  const memberships = new Float64Array(8)
  const likelihood = run(expectation(densityOf(components, 'full'), values, weights, memberships, new Pace(), progress))
  let expected = 0
  values.forEach((value, row) => {
    const first = 0.4 * normalDensity([value], [0], [1])
    const second = 0.6 * normalDensity([value], [3], [4])
    expect(memberships[2 * row]).toBeCloseTo(first / (first + second), 12)
    expect(memberships[2 * row + 1]).toBeCloseTo(second / (first + second), 12)
    expected += weights[row]! * Math.log(first + second)
  })
  expect(likelihood).toBeCloseTo(expected, 12)
})

test('rows whose density would be rounded to 0 belong somewhere all the same', () => {
  const memberships = new Float64Array(4)
  const density = densityOf(components, 'full')
  const likelihood = run(
    expectation(density, Float64Array.of(-500, 1e180), Float64Array.of(1, 1), memberships, new Pace(), progress),
  )
  expect(memberships[0]! + memberships[1]!).toBe(1)
  expect(memberships[2]! + memberships[3]!).toBe(1)
  expect(Number.isFinite(likelihood)).toBe(true)
})
