import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { fitStandard, standardFrom } from '../../src/index.js'
import { retailFeatures } from '../retail.js'
import { expectClose } from './close.js'

test('scores are distances from the mean in standard deviations', () => {
  const scaler = fitStandard([[2], [4], [4], [4], [5], [5], [7], [9]])
  expect(scaler.parameters).toEqual({ kind: 'standard', columns: [{ mean: 5, scale: 2, constant: false }] })
  expect(scaler.transform([[5], [9], [-1]]).values).toEqual(Float64Array.of(0, 2, -3))
  expect(scaler.invert([[0], [2], [-3]]).values).toEqual(Float64Array.of(5, 9, -1))
})

test('a constant column gives zeros, and the parameters say so', () => {
  const points = Array.from({ length: 10 }, (_, row) => [row, 0.1])
  const { parameters, transform } = fitStandard(points)
  expect(parameters.columns[1]).toEqual({ mean: 0.1, scale: 1, constant: true })
  const { values } = transform(points)
  points.forEach((_, row) => expect(values[row * 2 + 1]).toBe(0))
})

test.skipIf(!hasShared)('matches scikit-learn on Online Retail II, and its inverse gives the data back', async () => {
  const { standard, probeRows } = reference('clustering').scalers
  const { parameters, transform, invert } = fitStandard(await retailFeatures())
  expectClose(
    parameters.columns.map(({ mean }) => mean),
    [standard.mean],
  )
  expectClose(
    parameters.columns.map(({ scale }) => scale),
    [standard.scale],
  )
  expectClose(transform(probeRows).values, standard.probe)
  expectClose(invert(standard.probe).values, probeRows)
})

test('is the same from its parameters', () => {
  const { parameters, transform } = fitStandard([
    [1, 5],
    [2, 5],
    [7, 5],
  ])
  expect(standardFrom(structuredClone(parameters)).transform([[3, 6]])).toEqual(transform([[3, 6]]))
  expect(() => standardFrom({ ...parameters, kind: 'robust' } as never)).toThrow(
    new RangeError('standardFrom: parameters.kind must be "standard", got "robust"'),
  )
})
