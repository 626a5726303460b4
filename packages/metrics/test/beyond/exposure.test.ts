import { hasShared } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { catalogCoverage, exposureEntropy, exposureGini } from '../../src/index.js'
import { beyondAccuracy } from './reference-lists.js'

test('exposure of all products alike has no inequality and the most entropy', () => {
  expect(exposureGini([0, 1, 2, 3], 4)).toBe(0)
  expect(exposureEntropy([0, 1, 2, 3], 4)).toBe(2)
})

test('exposures of 0 1 1 2 are those worked out by hand', () => {
  expect(exposureGini([0, 1, 0, 2], 4)).toBe(0.375)
  expect(exposureEntropy([0, 1, 0, 2], 4)).toBe(1.5)
})

test('one product in every place, with or without empty ones, leaves nothing to guess', () => {
  expect(exposureGini([1, 1, -1], 4)).toBe(0.75)
  expect(exposureEntropy([1, 1, -1], 4)).toBe(0)
})

test('names what is wrong', () => {
  expect(() => exposureGini([4], 4)).toThrow('exposureGini: lists[0] must be a position below 4 or -1, got 4')
  expect(() => exposureEntropy([-1], 4)).toThrow('exposureEntropy: lists must hold at least one product, got 0')
})

describe.skipIf(!hasShared).each([1, 2, 4])('at %d', (k) => {
  test('coverage, Gini and entropy are those of the libraries', () => {
    const { lists, unseen, products, recbole, rectools, recommenders } = beyondAccuracy(k)
    expect(catalogCoverage(lists.flat(), products)).toBeCloseTo(rectools.catalogCoverage, 9)
    expect(catalogCoverage(lists.flat(), products)).toBeCloseTo(recbole.itemCoverage, 9)
    expect(exposureGini(lists.flat(), products)).toBeCloseTo(recbole.giniIndex, 9)
    const nats = exposureEntropy(lists.flat(), products) * Math.LN2
    expect(nats).toBeCloseTo(recbole.entropyOfExposureNatsFormula, 9)
    // RecBole divides by the number of distinct products shown.
    expect(nats / new Set(lists.flat()).size).toBeCloseTo(recbole.shannonEntropyPerDistinctItem, 9)
    if (k < 4) return
    expect(exposureEntropy(unseen.flat(), products)).toBeCloseTo(recommenders.distributionalCoverageBits, 9)
  })
})
