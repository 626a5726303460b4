import { expect, test } from 'vitest'
import { autoencoderFrom, fitAutoencoder, type AutoencoderParameters } from '../../../src/index.js'
import { randomRows } from '../../points.js'

/** 2 → 1 → 2: code (a + 2b) + 3 of scaled points, back as (code, 1 - code). */
const byHand: AutoencoderParameters = {
  widths: Int32Array.of(2, 1, 2),
  code: 1,
  weights: Float64Array.of(1, 2, 3, 1, -1, 0, 1),
  mean: Float64Array.of(10, 20),
  scale: 2,
}

test('a network by hand encodes and decodes', () => {
  const { encode, decode } = autoencoderFrom(byHand)
  expect(
    encode([
      [12, 24],
      [10, 20],
    ]),
  ).toEqual({ rows: 2, columns: 1, values: Float64Array.of(1 + 2 * 2 + 3, 3) })
  expect(decode([[5]])).toEqual({ rows: 1, columns: 2, values: Float64Array.of(5 * 2 + 10, -4 * 2 + 20) })
})

test('hidden levels curve, the code and the output do not', () => {
  const one = autoencoderFrom({
    widths: Int32Array.of(1, 1, 1, 1, 1),
    code: 2,
    weights: Float64Array.of(1, 0, 5, 0, 1, 0, 7, 0),
    mean: Float64Array.of(0),
    scale: 1,
  })
  expect(one.encode([[0.5]]).values[0]).toBeCloseTo(5 * Math.tanh(0.5), 14)
  expect(one.decode([[0.5]]).values[0]).toBeCloseTo(7 * Math.tanh(0.5), 14)
})

test('the parameters survive a structured clone, and the model from them gives the same bits', () => {
  const points = randomRows(1, 100, 5)
  const fitted = fitAutoencoder(points, { seed: 1, hidden: [7, 5], bottleneck: 3, epochs: 3 })
  const again = autoencoderFrom(structuredClone(fitted.parameters))
  const codes = fitted.encode(points)
  expect(again.encode(points)).toEqual(codes)
  expect(again.decode(codes)).toEqual(fitted.decode(codes))
})

test('each row is encoded by itself, however many there are', () => {
  const points = randomRows(2, 150, 3)
  const { encode } = fitAutoencoder(points, { seed: 1, epochs: 2 })
  const { values } = encode(points)
  points.forEach((point, row) => expect(encode([point]).values).toEqual(values.slice(2 * row, 2 * row + 2)))
})

test.each([
  [{ code: 0 }, 'code must be at least 1, got 0'],
  [{ code: 2 }, 'widths.length must be 5, one per level, got 3'],
  [{ widths: Int32Array.of(2, 1, 3) }, 'widths must read the same from both ends, got an Int32Array'],
  [{ widths: Int32Array.of(2, 0, 2) }, 'widths[1] must be at least 1, got 0'],
  [{ weights: new Float64Array(6) }, 'weights.length must be 7, one per weight, got 6'],
  [{ weights: Float64Array.of(1, 2, NaN, 1, 1, 0, 1) }, 'weights[2] must be finite, got NaN'],
  [{ mean: Float64Array.of(1) }, 'mean.length must be 2, one per column, got 1'],
  [{ scale: 0 }, 'scale must be at least 5e-324, got 0'],
])('parameters with %j are refused', (change, message) => {
  expect(() => autoencoderFrom({ ...byHand, ...change })).toThrow(new RangeError(`autoencoderFrom: ${message}`))
})

test('points and codes of other columns, or with cells that are not finite, are refused', () => {
  const { encode, decode } = autoencoderFrom(byHand)
  expect(() => encode([[1]])).toThrow(new RangeError('Autoencoder.encode: points.columns must be 2, got 1'))
  expect(() => encode([[1, NaN]])).toThrow(new RangeError('Autoencoder.encode: points[0][1] must be finite, got NaN'))
  expect(() => decode([[1, 2]])).toThrow(new RangeError('Autoencoder.decode: codes.columns must be 1, got 2'))
})
