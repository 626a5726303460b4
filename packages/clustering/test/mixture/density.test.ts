import { expect, test } from 'vitest'
import { densityOf, logDensities } from '../../src/mixture/density.js'
import { normalDensity } from './by-hand.js'

const means = [
  [1, 2],
  [-3, 0.5],
]
const covariances = [
  [2, 0.9, 0.9, 1],
  [0.3, -0.2, -0.2, 4],
]
const components = {
  columns: 2,
  proportions: Float64Array.of(0.25, 0.75),
  means: Float64Array.from(means.flat()),
  covariances: Float64Array.from(covariances.flat()),
}

test('densities are those of the formula', () => {
  const values = Float64Array.of(0, 0, 1.5, 2.5, -3, 4)
  const logs = new Float64Array(2)
  for (let row = 0; row < 3; row++) {
    logDensities(densityOf(components, 'full'), values, row, row + 1, logs)
    const point = [values[2 * row]!, values[2 * row + 1]!]
    expect(Math.exp(logs[0]!)).toBeCloseTo(0.25 * normalDensity(point, means[0]!, covariances[0]!), 12)
    expect(Math.exp(logs[1]!)).toBeCloseTo(0.75 * normalDensity(point, means[1]!, covariances[1]!), 12)
  }
})

test('diagonal covariances give the same through either form', () => {
  const straight = { ...components, covariances: Float64Array.of(2, 0, 0, 1, 0.3, 0, 0, 4) }
  const [full, diagonal] = (['full', 'diagonal'] as const).map((shape) => {
    const logs = new Float64Array(2)
    logDensities(densityOf(straight, shape), Float64Array.of(7, -1), 0, 1, logs)
    return logs
  })
  expect(diagonal).toEqual(full)
})

test('columns that follow one another closely still have a density', () => {
  const almost = { ...components, covariances: Float64Array.of(1, 1, 1, 1, 1e12, 1e12, 1e12, 1e12) }
  const logs = new Float64Array(2)
  logDensities(densityOf(almost, 'full'), Float64Array.of(1, 2), 0, 1, logs)
  expect(Array.from(logs).every(Number.isFinite)).toBe(true)
})

test('a row that is unthinkably far away has a density that is finite', () => {
  const logs = new Float64Array(2)
  logDensities(densityOf(components, 'full'), Float64Array.of(1e200, -1e200), 0, 1, logs)
  expect(Array.from(logs).every(Number.isFinite)).toBe(true)
})
