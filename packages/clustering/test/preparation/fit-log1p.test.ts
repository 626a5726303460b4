import { expect, test } from 'vitest'
import { fitLog1p, log1pFrom } from '../../src/index.js'
import { tableOf } from './tables.js'

test('each value becomes the logarithm of one more, and back', () => {
  const { parameters, transform, invert } = fitLog1p([[0, Math.E - 1]])
  expect(parameters).toEqual({ kind: 'log1p', columns: [{}, {}] })
  const { values } = transform([[0, Math.E - 1]])
  expect(values[0]).toBe(0)
  expect(values[1]).toBeCloseTo(1, 15)
  expect(invert([[0, 1]]).values[1]).toBeCloseTo(Math.E - 1, 15)
})

test('small values keep their digits', () => {
  const { transform, invert } = fitLog1p([[1e-15]])
  expect(transform([[1e-15]]).values[0]! / 1e-15).toBeCloseTo(1, 12)
  expect(invert(transform([[1e-15]])).values[0]! / 1e-15).toBeCloseTo(1, 12)
})

test('values of -1 or less are refused by name, when fitted and later', () => {
  expect(() => fitLog1p([[0], [-1]])).toThrow(new RangeError('fitLog1p: points[1][0] must be above -1, got -1'))
  expect(() => fitLog1p(tableOf({ monetary: [3, -2] }))).toThrow(
    new RangeError('fitLog1p: table column "monetary"[1] must be above -1, got -2'),
  )
  const { transform, invert } = fitLog1p([[0]])
  expect(() => transform([[1], [-3]])).toThrow(
    new RangeError('Scaler.transform: points[1][0] must be above -1, got -3'),
  )
  expect(() => invert([[1000]])).toThrow(
    new RangeError('Scaler.invert: points[0][0] must be a value that transform can give, got 1000'),
  )
})

test('is the same from its parameters', () => {
  const { parameters, transform } = fitLog1p([[1, 2]])
  expect(log1pFrom(structuredClone(parameters)).transform([[3, 4]])).toEqual(transform([[3, 4]]))
})
