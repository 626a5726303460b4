import { expect, test } from 'vitest'
import { resolveSettings } from '../../../src/shape/autoencoder/settings.js'

test('only the seed is needed', () => {
  expect(resolveSettings('fit', { seed: 'a' })).toEqual({
    seed: 'a',
    bottleneck: 2,
    hidden: [16],
    epochs: 200,
    batchSize: 32,
    learningRate: 0.005,
    validationShare: 0.1,
    patience: 20,
    tolerance: 1e-3,
  })
})

test.each([
  [{ bottleneck: 0 }, 'bottleneck must be between 1 and 4096, got 0'],
  [{ hidden: [8, 0.5] }, 'hidden[1] must be an integer, got 0.5'],
  [{ hidden: [5000] }, 'hidden[0] must be between 1 and 4096, got 5000'],
  [{ epochs: 0 }, 'epochs must be at least 1, got 0'],
  [{ batchSize: 0 }, 'batchSize must be between 1 and 4096, got 0'],
  [{ learningRate: 0 }, 'learningRate must be above 0, got 0'],
  [{ learningRate: NaN }, 'learningRate must be finite, got NaN'],
  [{ validationShare: 0 }, 'validationShare must be above 0, got 0'],
  [{ validationShare: 0.6 }, 'validationShare must be between 0 and 0.5, got 0.6'],
  [{ patience: 0 }, 'patience must be at least 1, got 0'],
  [{ tolerance: -1 }, 'tolerance must be between 0 and 1, got -1'],
])('%j is refused', (options, message) => {
  expect(() => resolveSettings('fit', { seed: 1, ...options })).toThrow(new RangeError(`fit: ${message}`))
})

test('values of the wrong type are refused', () => {
  expect(() => resolveSettings('fit', undefined)).toThrow(
    new TypeError('fit: seed must be a string or a finite number, got undefined'),
  )
  expect(() => resolveSettings('fit', { seed: 1, hidden: 16 as never })).toThrow(
    new TypeError('fit: hidden must be a list of widths, got 16'),
  )
})
