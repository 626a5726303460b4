import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { normalTwoSided, studentQuantile, studentTwoSided } from '../../src/comparison/tails.js'

const close = (got: number, expected: number, relative: number) =>
  expect(Math.abs(got - expected) / Math.abs(expected)).toBeLessThan(relative)

test('values known in closed form', () => {
  // One degree of freedom is the Cauchy distribution, two are algebraic.
  close(studentTwoSided(1, 1), 0.5, 1e-13)
  close(studentTwoSided(2, 2), 1 - 2 / Math.sqrt(6), 1e-13)
  expect(studentTwoSided(0, 5)).toBe(1)
  expect(normalTwoSided(0)).toBe(1)
  close(studentTwoSided(1.5, 1e8), normalTwoSided(1.5), 1e-6)
})

test('both ways of the normal tail meet', () => {
  const border = 2.5 * Math.SQRT2
  close(normalTwoSided(border - 1e-9), normalTwoSided(border + 1e-9), 1e-7)
})

test.skipIf(!hasShared)('tails and quantiles are those of scipy', () => {
  const { studentTwoSided: student, studentQuantile: quantiles, normalLower } = reference('statistics').tails
  for (const { t, degreesOfFreedom, p } of student) close(studentTwoSided(t, degreesOfFreedom), p, 1e-9)
  for (const { p, degreesOfFreedom, t } of quantiles) close(studentQuantile(1 - p, degreesOfFreedom), t, 1e-9)
  for (const { z, p } of normalLower) if (z < 0) close(normalTwoSided(z) / 2, p, 1e-9)
})
