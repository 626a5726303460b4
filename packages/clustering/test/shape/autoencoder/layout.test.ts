import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import {
  initialWeights,
  layoutOf,
  padWeights,
  parametersBetween,
  roundedUp,
  unpadWeights,
} from '../../../src/shape/autoencoder/layout.js'

test('the decoder mirrors the encoder, and neither code nor output curves', () => {
  expect(layoutOf(3, [16, 6], 2)).toEqual({
    widths: Int32Array.of(3, 16, 6, 2, 6, 16, 3),
    padded: Int32Array.of(4, 16, 8, 4, 8, 16, 4),
    curved: Int32Array.of(1, 1, 0, 1, 1, 0),
    code: 3,
  })
  expect(layoutOf(5, [], 1)).toEqual({
    widths: Int32Array.of(5, 1, 5),
    padded: Int32Array.of(8, 4, 8),
    curved: Int32Array.of(0, 0),
    code: 1,
  })
})

test('widths are rounded up to multiples of four', () => {
  expect([1, 4, 5, 8].map(roundedUp)).toEqual([4, 4, 8, 8])
})

test('parameters are weights and biases of the layers between two levels', () => {
  const { widths } = layoutOf(5, [], 1)
  expect(parametersBetween(widths, 0, 2)).toBe(5 + 1 + 5 + 5)
  expect(parametersBetween(widths, 1, 2)).toBe(5 + 5)
  expect(parametersBetween(widths, 1, 1)).toBe(0)
})

test('padding puts weights and biases where the kernels look, and zeros elsewhere', () => {
  const layout = layoutOf(2, [], 1)
  // 2 → 1: two weights, a bias; 1 → 2: two weights, two biases
  const padded = padWeights(Float64Array.of(1, 2, 3, 4, 5, 6, 7), layout)
  const rows = Array.from({ length: 10 }, (_, row) => Array.from(padded.subarray(4 * row, 4 * row + 4)))
  expect(rows).toEqual([
    [1, 0, 0, 0],
    [2, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [3, 0, 0, 0],
    [4, 5, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [6, 7, 0, 0],
  ])
})

test('what was padded comes back', () => {
  const layout = layoutOf(7, [5, 9], 3)
  const weights = initialWeights(layout, random(1))
  expect(unpadWeights(padWeights(weights, layout), layout)).toEqual(weights)
})

test('initial weights fill their range evenly, biases are 0, and another layer changes nothing for those before', () => {
  const weights = initialWeights(layoutOf(60, [], 40), random(1))
  const first = weights.subarray(0, 2400)
  const limit = Math.sqrt(6 / 100)
  expect(Math.max(...first)).toBeLessThan(limit)
  expect(Math.max(...first)).toBeGreaterThan(0.99 * limit)
  expect(Math.min(...first)).toBeGreaterThan(-limit)
  const mean = first.reduce((sum, value) => sum + value, 0) / 2400
  expect(Math.abs(mean)).toBeLessThan((3 * limit) / Math.sqrt(3 * 2400))
  expect(weights.subarray(2400, 2440).every((bias) => bias === 0)).toBe(true)
  const deeper = initialWeights(layoutOf(60, [40], 7), random(1))
  expect(deeper.subarray(0, 2400)).toEqual(first)
})
