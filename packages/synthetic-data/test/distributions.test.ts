import { random } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cumulative, dirichlet, exponential, onePlusGeometric, pick } from '../src/distributions.js'

const DRAWS = 40_000
/** Five standard errors of a mean: a right sampler with another seed passes all but once in two million. */
const bound = (deviation: number) => (5 * deviation) / Math.sqrt(DRAWS)

function drawn(draw: () => number): { mean: number; variance: number } {
  const values = Float64Array.from({ length: DRAWS }, draw)
  const mean = values.reduce((a, b) => a + b) / DRAWS
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS }
}

test('exponential waits have the mean asked for and a deviation equal to it', () => {
  const stream = random('exponential')
  const { mean, variance } = drawn(() => exponential(stream, 4))
  expect(Math.abs(mean - 4)).toBeLessThan(bound(4))
  expect(Math.sqrt(variance)).toBeCloseTo(4, 0)
})

test('an infinite mean waits for ever, a finite one does not', () => {
  expect(exponential(random(1), Infinity)).toBe(Infinity)
  fc.assert(fc.property(fc.integer(), (seed) => Number.isFinite(exponential(random(seed), 1))))
})

test('counts are at least 1, with mean m and variance m (m - 1)', () => {
  const stream = random('geometric')
  const { mean, variance } = drawn(() => onePlusGeometric(stream, 3))
  expect(Math.abs(mean - 3)).toBeLessThan(bound(Math.sqrt(6)))
  expect(Math.abs(variance - 6)).toBeLessThan(0.5)
  fc.assert(
    fc.property(
      fc.integer(),
      fc.double({ min: 1, max: 1000, noNaN: true }),
      (seed, m) => onePlusGeometric(random(seed), m) >= 1,
    ),
  )
})

test('a mean of 1 leaves no choice', () => {
  const stream = random(2)
  expect(Array.from({ length: 100 }, () => onePlusGeometric(stream, 1))).toEqual(new Array(100).fill(1))
})

test('Dirichlet shares have mean a / A and variance m (1 - m) / (A + 1)', () => {
  const stream = random('dirichlet')
  const parameters = [0.2, 0.3, 1.5]
  const shares = Array.from({ length: DRAWS }, () => dirichlet(stream, parameters))
  parameters.forEach((parameter, i) => {
    const expected = parameter / 2
    const deviation = Math.sqrt((expected * (1 - expected)) / 3)
    let at = 0
    const { mean, variance } = drawn(() => shares[at++]![i]!)
    expect(Math.abs(mean - expected)).toBeLessThan(bound(deviation))
    expect(Math.abs(Math.sqrt(variance) - deviation)).toBeLessThan(0.01)
  })
})

test('Dirichlet shares add up to 1 however small or large the parameters are', () => {
  const parameter = fc.double({ min: 1e-9, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(fc.integer(), fc.array(parameter, { minLength: 1, maxLength: 8 }), (seed, parameters) => {
      const shares = dirichlet(random(seed), parameters)
      expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
      expect(shares.every((share) => share >= 0)).toBe(true)
    }),
  )
})

test('positions are picked in proportion to their weights', () => {
  const stream = random('pick')
  const sums = cumulative([1, 0, 3])
  expect(Array.from(sums)).toEqual([0.25, 0.25, 1])
  const counts = [0, 0, 0]
  for (let i = 0; i < DRAWS; i++) counts[pick(stream, sums)]!++
  expect(counts[1]).toBe(0)
  expect(Math.abs(counts[2]! / DRAWS - 0.75)).toBeLessThan(bound(Math.sqrt(0.75 * 0.25)))
})

test('the search finds what a walk along the weights finds', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }).filter((w) => w.some((x) => x > 0))
  fc.assert(
    fc.property(weights, fc.integer(), (w, seed) => {
      const sums = cumulative(w)
      const uniform = random(seed).next()
      expect(pick(random(seed), sums)).toBe(sums.findIndex((sum) => uniform < sum))
    }),
  )
})
