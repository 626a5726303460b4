import { expect, test } from 'vitest'
import { powerTerms } from '../../../src/preparation/power/power-terms.js'

/** ∫ tᵏ e^{λt} dt from 0 to l, by Simpson's rule: what the transform (k = 0) and its derivatives (k = 1, 2) are. */
function integral(log: number, power: number, k: number): number {
  const steps = 2000
  const at = (i: number) => (log * i) / steps
  const f = (i: number) => at(i) ** k * Math.exp(power * at(i))
  let sum = f(0) + f(steps)
  for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * f(i)
  return (sum * log) / steps / 3
}

test.each([
  [2, 1],
  [2, 0],
  [2, 1e-9],
  [3, 0.033],
  [3, 0.0334],
  [-2, 0.0499],
  [-2, 0.0501],
  [0.5, -0.3],
  [-1.5, -2],
  [12, 0.4],
])('of a logarithm of %d and a power of %d are integrals over the logarithm', (log, power) => {
  const terms = new Float64Array(3)
  powerTerms(log, power, terms)
  terms.forEach((term, k) => expect(term / integral(log, power, k), `term ${k}`).toBeCloseTo(1, 9))
})

test('a logarithm of 0 stays 0 whatever the power', () => {
  const terms = new Float64Array(3).fill(7)
  powerTerms(0, 3, terms)
  expect(terms).toEqual(new Float64Array(3))
})
