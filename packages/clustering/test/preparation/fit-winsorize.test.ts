import { expect, test } from 'vitest'
import { fitWinsorize, winsorizeFrom } from '../../src/index.js'

const hundred = Array.from({ length: 101 }, (_, row) => [row])

test('values beyond the first and last hundredth become those', () => {
  const { parameters, transform } = fitWinsorize(hundred)
  expect(parameters).toEqual({ kind: 'winsorize', columns: [{ lower: 1, upper: 99 }] })
  expect(transform([[-5], [1], [50], [99], [1e6]]).values).toEqual(Float64Array.of(1, 1, 50, 99, 99))
})

test('the cuts are type 7 quantiles of the shares asked for', () => {
  const { parameters } = fitWinsorize([[1], [2], [3], [4]], { lower: 0.1, upper: 0.5 })
  expect(parameters.columns[0]!.lower).toBeCloseTo(1.3, 12)
  expect(parameters.columns[0]!.upper).toBe(2.5)
})

test('shares of 0 and 1 leave the data as it is', () => {
  const { transform } = fitWinsorize(hundred, { lower: 0, upper: 1 })
  expect(transform(hundred).values).toEqual(Float64Array.from(hundred.flat()))
})

test('the inverse leaves everything as it is', () => {
  expect(fitWinsorize(hundred).invert([[3], [99]]).values).toEqual(Float64Array.of(3, 99))
})

test.each([
  [{ lower: -0.1 }, 'fitWinsorize: lower must be between 0 and 1, got -0.1'],
  [{ upper: NaN }, 'fitWinsorize: upper must be finite, got NaN'],
  [{ lower: 0.6, upper: 0.5 }, 'fitWinsorize: upper must be at least lower (0.6), got 0.5'],
])('shares %j are refused', (options, message) => {
  expect(() => fitWinsorize(hundred, options)).toThrow(new RangeError(message))
})

test('is the same from its parameters, and cuts in the wrong order are refused', () => {
  const { parameters, transform } = fitWinsorize(hundred)
  expect(winsorizeFrom(structuredClone(parameters)).transform([[3], [200]])).toEqual(transform([[3], [200]]))
  expect(() => winsorizeFrom({ kind: 'winsorize', columns: [{ lower: 2, upper: 1 }] })).toThrow(
    new RangeError('winsorizeFrom: parameters.columns[0].upper must be at least 2, got 1'),
  )
})
