import { random } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bootstrapMeans } from '../../src/bootstrap-means.js'
import { catalogCoverage } from '../../src/beyond/catalog-coverage.js'
import { coverageEstimate, soleProducts } from '../../src/beyond/coverage-interval.js'

test('a product is sole when one list only holds it', () => {
  // Lists 0 1 2 | 1 3 – | 2 0 4: products 3 and 4 stand in one list each.
  const lists = Int32Array.of(0, 1, 2, 1, 3, -1, 2, 0, 4)
  expect(soleProducts(lists, 3, 6)).toEqual(Float64Array.of(0, 1, 1))
})

test('sole products are what coverage loses without the list', () => {
  const anyLists = fc.array(fc.uniqueArray(fc.nat(19), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(anyLists, (lists) => {
      const sole = soleProducts(Int32Array.from(lists.flat()), 3, 20)
      lists.forEach((_, left) => {
        const rest = lists.filter((_, row) => row !== left).flat()
        expect(sole[left]! / 20).toBeCloseTo(catalogCoverage(lists.flat(), 20) - catalogCoverage(rest, 20), 12)
      })
    }),
  )
})

test('the interval moves the sums of a resample to the observed coverage', () => {
  const sole = { mean: 0.5, low: 0.4, high: 0.7 }
  const { mean, low, high } = coverageEstimate(0.6, sole, { customers: 100, products: 200 })
  expect([mean, low, high]).toEqual([0.6, expect.closeTo(0.55, 12), expect.closeTo(0.7, 12)])
})

test('the interval ends at no product and at all of them', () => {
  const sole = { mean: 3, low: 1, high: 5 }
  expect(coverageEstimate(0.9, sole, { customers: 10, products: 20 })).toEqual({ mean: 0.9, low: 0, high: 1 })
})

test('at least 93 of 100 intervals contain the coverage to be expected of as many customers', () => {
  const stream = random('lists')
  const products = 400
  const customers = 150
  const k = 5
  // Popularity falls off as 1 / (1 + rank): many products are shown once or never.
  const pick = () => Math.floor((products + 1) ** stream.next()) - 1
  const lists = () => {
    const places: number[] = []
    for (let c = 0; c < customers; c++) {
      const list = new Set<number>()
      while (list.size < k) list.add(pick())
      places.push(...list)
    }
    return Int32Array.from(places)
  }
  const expected = Array.from({ length: 400 }, () => catalogCoverage(lists(), products)).reduce((a, b) => a + b) / 400
  let contained = 0
  for (let trial = 0; trial < 200; trial++) {
    const drawn = lists()
    const [sole] = bootstrapMeans([soleProducts(drawn, k, products)], { seed: trial, resamples: 200 })
    const { low, high } = coverageEstimate(catalogCoverage(drawn, products), sole!, { customers, products })
    if (low <= expected && expected <= high) contained++
  }
  expect(contained / 200).toBeGreaterThan(0.93)
})
