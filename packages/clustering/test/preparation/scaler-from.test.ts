import { expect, test } from 'vitest'
import {
  fitBoxCox,
  fitChain,
  fitLog1p,
  fitMinMax,
  fitRobust,
  fitStandard,
  fitWinsorize,
  fitYeoJohnson,
  scalerFrom,
} from '../../src/index.js'

const points = [
  [1, 40],
  [2, 7],
  [9, 12],
]
const fits = [fitBoxCox, fitLog1p, fitMinMax, fitRobust, fitStandard, fitWinsorize, fitYeoJohnson]

test.each(fits)('%o is the same from its parameters', (fit) => {
  const { parameters, transform } = fit(points)
  expect(scalerFrom(JSON.parse(JSON.stringify(parameters))).transform(points)).toEqual(transform(points))
})

test('a chain is the same from its parameters', () => {
  const { parameters, transform } = fitChain(points, [fitWinsorize, fitLog1p, fitRobust, fitYeoJohnson])
  expect(scalerFrom(structuredClone(parameters)).transform(points)).toEqual(transform(points))
})

test('what is no parameters of a scaler is refused', () => {
  expect(() => scalerFrom({ kind: 'pca' } as never)).toThrow(
    /^scalerFrom: parameters.kind must be one of .* got "pca"$/,
  )
})
