import fc from 'fast-check'
import { expect, test } from 'vitest'
import { optimalGroups } from '../../src/scores/optimal-groups.js'

/** Sum of squared distances to the mean, as the definition says. */
function cost(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = values.reduce((sum, value, i) => sum + weights[i]! * value, 0) / total
  return values.reduce((sum, value, i) => sum + weights[i]! * (value - mean) ** 2, 0)
}

/** Least cost of all ways to cut the list into k groups, by trying them. */
function leastCost(values: readonly number[], weights: readonly number[], k: number): number {
  if (k === 1) return cost(values, weights)
  let least = Infinity
  for (let first = 1; first <= values.length - k + 1; first++) {
    const rest = leastCost(values.slice(first), weights.slice(first), k - 1)
    least = Math.min(least, cost(values.slice(0, first), weights.slice(0, first)) + rest)
  }
  return least
}

const problem = fc.uniqueArray(fc.integer({ min: -50, max: 1000 }), { minLength: 1, maxLength: 9 }).chain((values) =>
  fc.record({
    values: fc.constant([...values].sort((a, b) => a - b)),
    weights: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: values.length, maxLength: values.length }),
    k: fc.integer({ min: 1, max: values.length }),
  }),
)

test('no other split has a lower cost', () => {
  fc.assert(
    fc.property(problem, ({ values, weights, k }) => {
      const { starts, means } = optimalGroups(Float64Array.from(values), Float64Array.from(weights), k)
      expect(starts).toHaveLength(k)
      const costs = Array.from(starts, (start, group) => {
        const end = starts[group + 1] ?? values.length
        expect(end).toBeGreaterThan(start)
        const part = values.slice(start, end)
        const total = weights.slice(start, end).reduce((sum, weight) => sum + weight, 0)
        const mean = part.reduce((sum, value, i) => sum + value * weights[start + i]!, 0) / total
        expect(means[group]).toBeCloseTo(mean, 9)
        return cost(part, weights.slice(start, end))
      })
      const got = costs.reduce((sum, each) => sum + each, 0)
      expect(got).toBeCloseTo(leastCost(values, weights, k), 6)
    }),
  )
})

test('of equal splits the one with the earliest border is taken', () => {
  expect([...optimalGroups(Float64Array.of(1, 2, 3), Float64Array.of(1, 1, 1), 2).starts]).toEqual([0, 1])
})
