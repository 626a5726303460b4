import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { Pace } from '../../../src/pace.js'
import { logsOf } from '../../../src/preparation/power/logs.js'
import { powerLikelihood } from '../../../src/preparation/power/power-likelihood.js'
import { naiveLikelihood } from './naive-likelihood.js'

const likelihood = (values: readonly number[], lambda: number) => {
  const logs = run(logsOf(Float64Array.from(values), { log: Math.log1p, mirrored: true }, new Pace()))
  return run(powerLikelihood(logs, lambda, new Pace()))
}

const columns = { above: [0, 1, 2, 5, 20], below: [-9, -2.5, -1, -0.1], both: [-3, -1, 0, 0, 2, 7, 30] }

test.each(Object.entries(columns))('its derivatives are differences of the likelihood: values %s 0', (_, values) => {
  for (const lambda of [-2, -0.001, 0, 0.4, 1, 2, 2.001, 5]) {
    const h = 1e-4
    const [before, here, after] = [lambda - h, lambda, lambda + h].map((each) => naiveLikelihood(values, each))
    const { score, curvature } = likelihood(values, lambda)
    expect(score).toBeCloseTo((after! - before!) / (2 * h), 5)
    expect(curvature).toBeCloseTo((after! - 2 * here! + before!) / h ** 2, 4)
    expect(curvature).toBeLessThan(0)
  }
})

test('powers that would leave the range of numbers are told apart', () => {
  const { score, curvature } = likelihood([1e90, 2e90, 5e90], 300)
  // ½ log V grows with λ like the largest logarithm
  const logs = [1e90, 2e90, 5e90].map(Math.log)
  expect(score).toBeCloseTo((logs[0]! + logs[1]! + logs[2]!) / 3 - logs[2]! + 1 / 300, 9)
  expect(Number.isFinite(curvature)).toBe(true)
})

test('equal values have no derivatives', () => {
  expect(likelihood([3, 3], 0.5)).toEqual({ score: NaN, curvature: NaN })
})

test('many values in blocks give what their parts give', () => {
  const few = [0, 1, 2, 5, 20]
  const many = Array.from({ length: 50_000 }, (_, i) => few[i % 5]!)
  expect(likelihood(many, 0.3).score).toBeCloseTo(likelihood(few, 0.3).score, 10)
})
