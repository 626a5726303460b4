import { expect, test } from 'vitest'
import { ConvergenceError } from '../../src/lifetime/convergence-error.js'

test('says how far the fit came, and why no farther', () => {
  const error = new ConvergenceError('fitBgNbd', 'a that runs to 0', { r: 0.512345, alpha: 12345678 }, -7)
  expect(error).toBeInstanceOf(RangeError)
  expect(error.message).toBe(
    'fitBgNbd: the fit must converge (best parameters found: r 0.5123, alpha 12350000), got "a that runs to 0"',
  )
  expect(error).toMatchObject({
    name: 'ConvergenceError',
    parameters: { r: 0.512345, alpha: 12345678 },
    logLikelihood: -7,
    reason: 'a that runs to 0',
  })
})
