import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { fitRobust, robustFrom } from '../../src/index.js'
import { retailFeatures } from '../retail.js'
import { expectClose } from './close.js'

test('an extreme value moves nothing', () => {
  const { parameters, transform, invert } = fitRobust([[1], [2], [3], [4], [5000]])
  expect(parameters).toEqual({ kind: 'robust', columns: [{ center: 3, scale: 2, constant: false }] })
  expect(transform([[5], [3]]).values).toEqual(Float64Array.of(1, 0))
  expect(invert([[1], [0]]).values).toEqual(Float64Array.of(5, 3))
})

test('equal quartiles leave the unit of the column, and the parameters say so', () => {
  const { parameters, transform } = fitRobust([[1], [1], [1], [1], [4]])
  expect(parameters.columns).toEqual([{ center: 1, scale: 1, constant: true }])
  expect(transform([[1], [4]]).values).toEqual(Float64Array.of(0, 3))
})

test('quartiles that all but touch count as equal, so that the data itself can be transformed', () => {
  const { parameters, transform } = fitRobust([[0], [0], [1e100], [5e-324], [5e-324]])
  expect(parameters.columns[0]!.constant).toBe(true)
  expect(transform([[1e100]]).values[0]).toBe(1e100)
})

test.skipIf(!hasShared)('matches scikit-learn on Online Retail II', async () => {
  const { robust, probeRows } = reference('clustering').scalers
  const { parameters, transform, invert } = fitRobust(await retailFeatures())
  expectClose(
    parameters.columns.map(({ center }) => center),
    [robust.center],
  )
  expectClose(
    parameters.columns.map(({ scale }) => scale),
    [robust.scale],
  )
  expectClose(transform(probeRows).values, robust.probe)
  expectClose(invert(robust.probe).values, probeRows)
})

test('is the same from its parameters', () => {
  const { parameters, transform } = fitRobust([[1], [2], [7]])
  expect(robustFrom(structuredClone(parameters)).transform([[3]])).toEqual(transform([[3]]))
})
