import { expect, test } from 'vitest'
import { featureDefinitions } from '../../src/behaviour/feature-definitions.js'

const days = {
  count: Int32Array.of(4, 2, 1),
  first: Int32Array.of(0, 0, 7),
  last: Int32Array.of(12, 6, 7),
  squaredGaps: Float64Array.of(4 + 16 + 36, 36, 0),
}
/** The values of a feature of one column for three customers on day 10. */
const valuesOf = (name: keyof typeof featureDefinitions, facts: object) => {
  const positions = Int32Array.of(0, 1, 2)
  const gathered = { facts, positions, sources: {}, dayOf: (time: number) => time, today: 20 } as any
  const [column, ...others] = featureDefinitions[name].columns(name, gathered)
  expect([column!.name, others]).toEqual([name, []])
  return [...column!.values]
}

test('the variation of gaps is their standard deviation over their mean, and 0 for fewer than two', () => {
  // By hand: gaps 2, 4 and 6 have mean 4 and variance 8 / 3.
  const [regular, ...rest] = valuesOf('gapVariation', { days })
  expect(regular).toBeCloseTo(Math.sqrt(8 / 3) / 4, 14)
  expect(rest).toEqual([0, 0])
})

test('equal gaps have no variation at all', () => {
  const even = { count: [4, 4, 4], first: [0, 0, 0], last: [9, 3, 30], squaredGaps: [27, 3, 300] }
  expect(valuesOf('gapVariation', { days: even })).toEqual([0, 0, 0])
})

test('the gap after a single shopping day is at least as long as it has been waited for', () => {
  expect(valuesOf('daysBetweenPurchases', { days })).toEqual([4, 6, 13])
})

test('no units, no list price and no line with a price give 0', () => {
  const spending = [10, 10, 10]
  expect(valuesOf('spendingPerItem', { spending, quantity: [4, 0, -5] })).toEqual([2.5, 0, -2])
  expect(valuesOf('discount', { spending, listed: [20, 0, 10] })).toEqual([0.5, 0, 0])
  expect(valuesOf('meanPrice', { prices: { sum: [9, 0, 4], count: [3, 0, 1] } })).toEqual([3, 0, 4])
})
