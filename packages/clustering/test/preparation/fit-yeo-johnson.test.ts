import { random } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitBoxCox, fitYeoJohnson, fitYeoJohnsonAsync, yeoJohnsonFrom } from '../../src/index.js'
import { retailFeatures } from '../retail.js'
import { expectClose } from './close.js'
import { yeoJohnsonByCases } from './power/naive-likelihood.js'

const column = (values: readonly number[]) => values.map((value) => [value])

/** Powers and first transformed value from scikit-learn 1.9.1, PowerTransformer. */
test.each([
  [[1, 2, 4, 8, 16], -0.1881128284313201, -1.3691893734265081],
  [[-3, -1, 0, 0, 2, 7, 30], 0.3289452483623594, -1.7754887317882286],
  [[0, 0, 0, 0, 1, 1, 2, 9], -0.9661429148641522, -0.9375713412813985],
  [[-20, -8, -7, -3, -3, -2, -1], 2.3565533878170712, -1.634108964116935],
  [[2006, 2009, 2010, 2010, 2011, 2011, 2011], 31.77371535605791, -2.2183646808135298],
  [[0.5, 0.9, 0.2, 0.7, 0.1, 0.35], -0.3136911892450938, 0.27181194724350743],
  [[-1, -1, 2, 2], 0.6857090327246372, -1],
])('matches scikit-learn on %j', (values, lambda, first) => {
  const { parameters, transform } = fitYeoJohnson(column(values))
  expect(Math.abs(parameters.columns[0]!.lambda - lambda)).toBeLessThanOrEqual(1e-5)
  expect(Math.abs(transform([[values[0]!]]).values[0]! - first)).toBeLessThanOrEqual(1e-4)
})

test('of huge numbers it is their Box-Cox transform', () => {
  const huge = column([1e30, 2e30, 5e30, 1.5e30, 9e30])
  const [yeoJohnson, boxCox] = [fitYeoJohnson(huge), fitBoxCox(huge)]
  expect(yeoJohnson.parameters.columns[0]!.lambda).toBeCloseTo(boxCox.parameters.columns[0]!.lambda, 8)
  expectClose(yeoJohnson.transform(huge).values, [Array.from(boxCox.transform(huge).values)], 1e-8)
})

test.skipIf(!hasShared)('matches scikit-learn on Online Retail II', async () => {
  const { yeoJohnson, probeRows } = reference('clustering').scalers
  const customers = await retailFeatures()
  const { parameters, transform, invert } = fitYeoJohnson(customers)
  parameters.columns.forEach(({ lambda }, i) =>
    expect(Math.abs(lambda - yeoJohnson.lambdas[i])).toBeLessThanOrEqual(1e-5),
  )
  expectClose(
    parameters.columns.map(({ mean }) => mean),
    [yeoJohnson.standardMean],
    1e-4,
  )
  expectClose(
    parameters.columns.map(({ scale }) => scale),
    [yeoJohnson.standardScale],
    1e-4,
  )
  expectClose(transform(probeRows).values, yeoJohnson.probe, 1e-4)
  expectClose(invert(transform(probeRows)).values, probeRows)
  const plain = fitYeoJohnson(customers, { standardize: false })
  expectClose(plain.transform(probeRows).values, yeoJohnson.probeNotStandardized, 1e-4)
})

test.skipIf(!hasShared)('with the stored powers the transform is that of scikit-learn to nine digits', () => {
  const { yeoJohnson, probeRows } = reference('clustering').scalers
  const columns = yeoJohnson.lambdas.map((lambda: number) => ({ lambda, mean: 0, scale: 1, constant: false }))
  const { transform } = yeoJohnsonFrom({ kind: 'yeoJohnson', columns })
  expectClose(transform(probeRows).values, yeoJohnson.probeNotStandardized)
})

test('the transform is that of the paper and comes back, on both sides of 0 and for powers of 0 and 2', () => {
  const lambda = fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: -1, max: 3, noNaN: true }))
  const value = fc.double({ min: -50, max: 50, noNaN: true })
  fc.assert(
    fc.property(lambda, value, (power, x) => {
      const { transform, invert } = yeoJohnsonFrom({
        kind: 'yeoJohnson',
        columns: [{ lambda: power, mean: 0.5, scale: 2, constant: false }],
      })
      const y = transform([[x]]).values[0]!
      if (Math.abs(power) > 1e-3 && Math.abs(power - 2) > 1e-3)
        expect(y).toBeCloseTo((yeoJohnsonByCases(x, power) - 0.5) / 2, 7)
      expect(Math.abs(invert([[y]]).values[0]! - x)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(x)))
    }),
  )
})

test('a constant column keeps its shape and gives zeros, and the parameters say so', () => {
  const { parameters, transform } = fitYeoJohnson([
    [7, 1],
    [7, 2],
  ])
  expect(parameters.columns[0]).toEqual({ lambda: 1, mean: 7, scale: 1, constant: true })
  expect(transform([[7, 1]]).values[0]).toBe(0)
})

test('a value that no value becomes cannot be inverted', () => {
  const { invert } = yeoJohnsonFrom({
    kind: 'yeoJohnson',
    columns: [{ lambda: -0.5, mean: 0, scale: 1, constant: false }],
  })
  expect(() => invert([[1], [2]])).toThrow(
    new RangeError('Scaler.invert: points[1][0] must be a value that transform can give, got 2'),
  )
})

test('a value too far out to be transformed is refused', () => {
  const { transform } = yeoJohnsonFrom({
    kind: 'yeoJohnson',
    columns: [{ lambda: 5, mean: 0, scale: 1, constant: false }],
  })
  expect(() => transform([[1e90]])).toThrow(
    new RangeError('Scaler.transform: points[0][0] must be near enough to 0 to be transformed, got 1e+90'),
  )
})

test('columns of any numbers are transformed to numbers', () => {
  const any = fc.double({ min: -1e100, max: 1e100, noNaN: true })
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), (values) => {
      const { values: scores } = fitYeoJohnson(column(values)).transform(column(values))
      expect(scores.every(Number.isFinite)).toBe(true)
    }),
  )
})

test('the asynchronous form gives the same and lets other work happen', async () => {
  const { normal } = random(1).fork('column')
  const points = Array.from({ length: 200_000 }, () => [Math.exp(normal()), normal()])
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  const found = await fitYeoJohnsonAsync(points)
  clearInterval(timer)
  expect(found.parameters).toEqual(fitYeoJohnson(points).parameters)
  expect(turns).toBeGreaterThan(0)
})

test('an asynchronous fit ends when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('no longer needed'))
  await expect(fitYeoJohnsonAsync([[1], [2]], { signal })).rejects.toThrow(new Error('no longer needed'))
})

test('is the same from its parameters', () => {
  const { parameters, transform } = fitYeoJohnson([[1], [2], [7]])
  expect(yeoJohnsonFrom(structuredClone(parameters)).transform([[3]])).toEqual(transform([[3]]))
})
