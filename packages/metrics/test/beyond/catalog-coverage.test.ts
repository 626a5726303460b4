import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { catalogCoverage, timesListed } from '../../src/beyond/catalog-coverage.js'

test('is the share of products in at least one list', () => {
  expect(catalogCoverage([0, 1, 0, 2], 12)).toBe(0.25)
  expect(catalogCoverage(Int32Array.of(0, 1, 2), 3)).toBe(1)
})

test('empty places cover nothing', () => {
  expect(catalogCoverage([-1, -1, 4, -1], 8)).toBe(0.125)
  expect(catalogCoverage([], 8)).toBe(0)
})

test('a product outside the catalogue is refused, not counted', () => {
  expect(() => catalogCoverage([0, 3], 3)).toThrow(
    new RangeError('catalogCoverage: lists[1] must be a position below 3 or -1, got 3'),
  )
  expect(() => catalogCoverage([NaN], 3)).toThrow('catalogCoverage: lists[0] must be a position below 3 or -1, got NaN')
  expect(() => catalogCoverage([-2], 3)).toThrow('catalogCoverage: lists[0] must be a position below 3 or -1, got -2')
  expect(() => catalogCoverage([], 0)).toThrow('catalogCoverage: products must be at least 1, got 0')
})

test('each product is counted once per list that holds it', () => {
  expect(timesListed('test', [2, 0, 2, -1], 4)).toEqual(Int32Array.of(1, 0, 2, 0))
})

test.skipIf(!hasShared)('lists cut at 1, 2 and 4 cover what RecTools says', () => {
  const { lists, catalog, rectools } = reference('ranking-metrics').beyondAccuracy
  for (const k of [1, 2, 4]) {
    const places = Object.values<number[]>(lists).flatMap((list) => list.slice(0, k))
    const positions = places.map((product) => catalog.indexOf(product))
    expect(catalogCoverage(positions, catalog.length)).toBeCloseTo(rectools[k].catalogCoverage, 12)
  }
})
