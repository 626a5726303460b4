import { expect, test } from 'vitest'
import { isDiagonal, resolveMixtureOptions } from '../../src/mixture/mixture-options.js'

test('defaults are filled in', () => {
  expect(resolveMixtureOptions({ seed: 'a' })).toEqual({
    seed: 'a',
    covariance: 'full',
    restarts: 10,
    iterations: 500,
    tolerance: 1e-6,
    regularization: 1e-6,
  })
})

test('columns are independent in two of the shapes', () => {
  const shapes = ['full', 'tied', 'diagonal', 'spherical'] as const
  expect(shapes.map(isDiagonal)).toEqual([false, false, true, true])
})

test.each([
  [
    { covariance: 'round' },
    'gaussianMixture: covariance must be one of "full", "tied", "diagonal", "spherical", got "round"',
  ],
  [{ restarts: 0 }, 'gaussianMixture: restarts must be at least 1, got 0'],
  [{ iterations: 1.5 }, 'gaussianMixture: iterations must be an integer, got 1.5'],
  [{ tolerance: -1 }, 'gaussianMixture: tolerance must be at least 0, got -1'],
  [{ regularization: 0 }, 'gaussianMixture: regularization must be at least 1e-12, got 0'],
])('%j is refused', (options, message) => {
  expect(() => resolveMixtureOptions({ seed: 1, ...(options as object) })).toThrow(new RangeError(message))
})

test('without a seed nothing is repeatable', () => {
  expect(() => resolveMixtureOptions(undefined)).toThrow(
    new TypeError('gaussianMixture: seed must be a string or a finite number, got undefined'),
  )
})
