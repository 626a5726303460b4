import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxCoxFrom, fitBoxCox, fitBoxCoxAsync } from '../../src/index.js'
import { retailFeatures } from '../retail.js'
import { expectClose } from './close.js'

const column = (values: readonly number[]) => values.map((value) => [value])

test('doubling numbers ask for the logarithm', () => {
  const { parameters, transform } = fitBoxCox([[1], [2], [4], [8], [16]])
  expect(parameters.columns[0]!.lambda).toBeCloseTo(0, 9)
  transform([[1], [4], [16]]).values.forEach((each, i) => expect(each).toBeCloseTo([-Math.SQRT2, 0, Math.SQRT2][i]!, 9))
})

/** Powers from scikit-learn 1.9.1, PowerTransformer('box-cox'). */
test.each([
  [[1e30, 2e30, 5e30, 1.5e30, 9e30], -0.334658783590498],
  [[1e-6, 3e-6, 2e-6, 9e-6, 4e-6], -0.05316484951377278],
  [[0.5, 0.9, 0.2, 0.7, 0.1, 0.35], 0.4252520794086031],
])('matches scikit-learn on %j', (values, lambda) => {
  expect(Math.abs(fitBoxCox(column(values)).parameters.columns[0]!.lambda - lambda)).toBeLessThanOrEqual(1e-5)
})

test.skipIf(!hasShared)('matches scikit-learn on Online Retail II', async () => {
  const { boxCox, probeRows } = reference('clustering').scalers
  const { parameters, transform, invert } = fitBoxCox(await retailFeatures(), { standardize: false })
  parameters.columns.forEach(({ lambda }, i) => expect(Math.abs(lambda - boxCox.lambdas[i])).toBeLessThanOrEqual(1e-5))
  expectClose(transform(probeRows).values, boxCox.probeNotStandardized, 1e-4)
  expectClose(invert(transform(probeRows)).values, probeRows)
})

test('a column that asks for a power out of range is still transformed to numbers', () => {
  const years = column([2006, 2009, 2010, 2010, 2011, 2011, 2011])
  const { values } = fitBoxCox(years).transform(years)
  expect(Array.from(values).map((value) => value + 0)).toEqual(Array.from(values.slice().sort()))
  const any = fc.double({ min: 1e-100, max: 1e100, noNaN: true })
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), (list) => {
      expect(fitBoxCox(column(list)).transform(column(list)).values.every(Number.isFinite)).toBe(true)
    }),
  )
})

test('numbers of 0 or less are refused by name, when fitted and later', () => {
  expect(() => fitBoxCox([[1], [0]])).toThrow(new RangeError('fitBoxCox: points[1][0] must be above 0, got 0'))
  expect(() => fitBoxCox([[1], [2]]).transform([[-1]])).toThrow(
    new RangeError('Scaler.transform: points[0][0] must be above 0, got -1'),
  )
})

test('the asynchronous form gives the same', async () => {
  const points = column([1, 2, 4, 7])
  expect((await fitBoxCoxAsync(points)).parameters).toEqual(fitBoxCox(points).parameters)
})

test('is the same from its parameters', () => {
  const { parameters, transform } = fitBoxCox([[1], [2], [7]])
  expect(boxCoxFrom(structuredClone(parameters)).transform([[3]])).toEqual(transform([[3]]))
})
