import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { fitMinMax, minMaxFrom } from '../../src/index.js'
import { retailFeatures } from '../retail.js'
import { expectClose } from './close.js'

test('the smallest value is 0, the largest 1, later ones may lie outside', () => {
  const { parameters, transform, invert } = fitMinMax([[10], [20], [12]])
  expect(parameters).toEqual({ kind: 'minMax', columns: [{ min: 10, max: 20, constant: false }] })
  expect(transform([[10], [20], [15], [25]]).values).toEqual(Float64Array.of(0, 1, 0.5, 1.5))
  expect(invert([[0], [1], [0.5], [1.5]]).values).toEqual(Float64Array.of(10, 20, 15, 25))
})

test('a constant column gives zeros, and the parameters say so', () => {
  const { parameters, transform } = fitMinMax([[7], [7]])
  expect(parameters.columns).toEqual([{ min: 7, max: 7, constant: true }])
  expect(transform([[7], [9]]).values).toEqual(Float64Array.of(0, 2))
})

test.skipIf(!hasShared)('matches scikit-learn on Online Retail II', async () => {
  const { minMax, probeRows } = reference('clustering').scalers
  const { parameters, transform, invert } = fitMinMax(await retailFeatures())
  expectClose(
    parameters.columns.map(({ min }) => min),
    [minMax.min],
  )
  expectClose(
    parameters.columns.map(({ max }) => max),
    [minMax.max],
  )
  expectClose(transform(probeRows).values, minMax.probe)
  expectClose(invert(minMax.probe).values, probeRows)
})

test('is the same from its parameters, and a largest value below the smallest is refused', () => {
  const { parameters, transform } = fitMinMax([[1], [2], [7]])
  expect(minMaxFrom(structuredClone(parameters)).transform([[3]])).toEqual(transform([[3]]))
  expect(() => minMaxFrom({ kind: 'minMax', columns: [{ min: 3, max: 2, constant: false }] })).toThrow(
    new RangeError('minMaxFrom: parameters.columns[0].max must be at least 3, got 2'),
  )
})
