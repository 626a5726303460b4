import { expect, test } from 'vitest'
import { addSpenders } from '../../src/lifetime/gamma-gamma-likelihood.js'
import { gatherSpenders } from '../../src/lifetime/spenders.js'

const spending = { repeatPurchases: [1, 2, 2, 5], meanRepeatSpend: [10, 20, 5, 8] }

function sumsAt(parameters: readonly number[]): Float64Array {
  const spenders = gatherSpenders('fit', spending, [1, 2, 1, 3])
  const sums = new Float64Array(4)
  for (const level of spenders.levels) addSpenders(spenders, level, Float64Array.from(parameters), sums)
  return sums
}

test('one purchase of p 1: a Pareto distribution, q vᵠ / (m + v)^(q+1)', () => {
  const spenders = gatherSpenders('fit', { repeatPurchases: [1], meanRepeatSpend: [30] }, undefined)
  const sums = new Float64Array(4)
  addSpenders(spenders, spenders.levels[0]!, Float64Array.of(1, 3, 2), sums)
  // Money is counted in the mean, 30.
  expect(sums[0]).toBeCloseTo(Math.log((3 * 2 ** 3) / 3 ** 4), 13)
})

test('slopes are those of the value', () => {
  for (const at of [
    [6, 4, 0.5],
    [0.3, 1.2, 5],
    [40, 0.5, 0.01],
  ]) {
    const sums = sumsAt(at)
    at.forEach((parameter, i) => {
      const step = 1e-6 * parameter
      const value = (by: number) => sumsAt(at.map((each, j) => each + (i === j ? by : 0)))[0]!
      const slope = (value(step) - value(-step)) / (2 * step)
      expect(Math.abs(sums[i + 1]! - slope)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)))
    })
  }
})
