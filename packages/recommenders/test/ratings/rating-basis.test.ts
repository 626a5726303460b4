import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { levelsFor, ratingBasis } from '../../src/ratings/rating-basis.js'

const matrix = csrFromTriplets([0, 0, 1], [0, 1, 1], [1, 3, 5], 2, 3)
const own = (product: number) => ({ everybody: 0, customer: 0, product })
const somebody = { items: Int32Array.of(0), values: Float64Array.of(4) }
const nobody = { items: new Int32Array(0), values: new Float64Array(0) }
const meanOfAll = { everybody: 3, customer: 0, product: 0 }

test('counts ratings and takes their mean', () => {
  expect(ratingBasis(matrix, 'mean')).toEqual({ matrix, normalize: 'mean', mean: 3, counts: Int32Array.of(1, 2, 0) })
})

test('a level is the compared side’s own, but the mean of all where nothing is known', () => {
  const levelOf = levelsFor(ratingBasis(matrix, 'mean'), somebody, own)
  expect(levelOf(1, true)).toEqual(own(1))
  expect(levelOf(1, false)).toEqual(own(1))
  expect(levelOf(2, false)).toEqual(meanOfAll)
  expect(levelsFor(ratingBasis(matrix, 'mean'), nobody, own)(1, true)).toEqual(meanOfAll)
})

test('a plain average of nobody is the mean of all', () => {
  const levelOf = levelsFor(ratingBasis(matrix, 'none'), somebody, own)
  expect(levelOf(1, true)).toEqual(own(1))
  expect(levelOf(1, false)).toEqual(meanOfAll)
})

test('baselines hold for everybody and every product', () => {
  const baselines = { mean: 3, products: Float64Array.of(-1, 0.5, 0), customerRegularization: 1 }
  const basis = ratingBasis(matrix, 'baseline', baselines)
  // 4 is 2 above what product 0 lets expect, and counts half
  expect(levelsFor(basis, somebody, own)(1, false)).toEqual({ everybody: 3, customer: 1, product: 0.5 })
  expect(levelsFor(basis, nobody, own)(2, false)).toEqual({ everybody: 3, customer: 0, product: 0 })
})
