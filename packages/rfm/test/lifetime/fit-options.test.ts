import { expect, test } from 'vitest'
import { resolveFitOptions } from '../../src/lifetime/fit-options.js'

test('fills in defaults', () => {
  expect(resolveFitOptions('fit', {})).toEqual({
    ...{ regularization: 0, restarts: 3, seed: 1, iterations: 500, tolerance: 1e-8 },
  })
})

test.each<[any, string]>([
  [{ regularization: -1 }, 'fit: regularization must be at least 0, got -1'],
  [{ restarts: 0 }, 'fit: restarts must be at least 1, got 0'],
  [{ iterations: 1.5 }, 'fit: iterations must be an integer, got 1.5'],
  [{ tolerance: NaN }, 'fit: tolerance must be finite, got NaN'],
  [{ seed: null }, 'fit: seed must be a string or a finite number, got null'],
])('refuses %o', (options, message) => {
  expect(() => resolveFitOptions('fit', options)).toThrow(message)
})
