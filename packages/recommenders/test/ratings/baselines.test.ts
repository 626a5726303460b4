import { run } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openModel, saveModel } from '../../src/files/model-state.js'
import { profileOfRow } from '../../src/profile.js'
import {
  baselinesArrays,
  baselinesOf,
  customerBias,
  fitBaselines,
  meanOf,
  residuals,
  residualsOf,
  resolveBaselines,
} from '../../src/ratings/baselines.js'
import { smallInteractions } from '../fixtures.js'
import { baselines as expected, fewRatings } from './surprise-values.js'

const resolved = (options = {}) => resolveBaselines('fit', options)

test.each(expected)(
  'biases are those of Surprise, after $epochs epochs',
  ({ productBiases, customerBiases, ...options }) => {
    const learned = run(fitBaselines(fewRatings.matrix, resolved(options)))
    learned.products.forEach((bias, product) => expect(bias).toBeCloseTo(productBiases[product]!, 10))
    customerBiases.forEach((bias, row) => {
      expect(customerBias(profileOfRow(fewRatings.matrix, row), learned)).toBeCloseTo(bias, 10)
    })
  },
)

test('after many epochs no bias can be changed for the better', () => {
  fc.assert(
    fc.property(smallInteractions(-2), ({ matrix }) => {
      const learned = run(
        fitBaselines(matrix, resolved({ customerRegularization: 2, productRegularization: 3, epochs: 300 })),
      )
      const slopes = learned.products.map((bias) => -3 * bias)
      for (let row = 0; row < matrix.rows; row++) {
        const { items, values } = residuals(profileOfRow(matrix, row), learned)
        items.forEach((item, i) => (slopes[item]! += values[i]!))
        const bias = customerBias(profileOfRow(matrix, row), learned)
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2 * bias, 9)
      }
      for (const slope of slopes) expect(slope).toBeCloseTo(0, 6)
    }),
    { numRuns: 30 },
  )
})

test('residuals of a matrix are those of its rows, in the same cells', () => {
  const { matrix } = fewRatings
  const learned = run(fitBaselines(matrix, resolved()))
  const all = residualsOf(matrix, learned)
  expect(all.indices).toBe(matrix.indices)
  expect(profileOfRow(all, 4)).toEqual(residuals(profileOfRow(matrix, 4), learned))
  expect(meanOf(Float64Array.of(1, 2, 6))).toBe(3)
  expect(meanOf(new Float64Array(0))).toBe(0)
})

test('nobody’s ratings say nothing, even without regularization', () => {
  const learned = run(fitBaselines(fewRatings.matrix, resolved({ customerRegularization: 0 })))
  expect(customerBias({ items: new Int32Array(0), values: new Float64Array(0) }, learned)).toBe(0)
})

test('a file keeps them, and refuses what is not finite', () => {
  const learned = run(fitBaselines(fewRatings.matrix, resolved()))
  const saved = (arrays: Record<string, Float64Array>) =>
    openModel('load', 'made-up', saveModel('made-up', fewRatings, { options: {}, arrays })).file
  const again = (file: ReturnType<typeof saved>) => baselinesOf('load', file, fewRatings.matrix, resolved())
  expect(again(saved({ productBiases: learned.products }))).toEqual(learned)
  expect(baselinesArrays(learned)).toEqual({ productBiases: learned.products })
  expect(baselinesArrays(undefined)).toEqual({})
  expect(() => again(saved({ productBiases: learned.products.map(() => NaN) }))).toThrow(
    'load: bytes.productBiases[0] must be finite, got NaN',
  )
})

test('options have defaults, and bad ones are named', () => {
  expect(resolved()).toEqual({ customerRegularization: 15, productRegularization: 10, epochs: 10 })
  expect(() => resolved({ customerRegularization: -1 })).toThrow(
    new RangeError('fit: customerRegularization must be between 0 and 1e+100, got -1'),
  )
  expect(() => resolved({ productRegularization: '1' })).toThrow(
    new TypeError('fit: productRegularization must be a number, got "1"'),
  )
  expect(() => resolved({ epochs: 1.5 })).toThrow('fit: epochs must be an integer, got 1.5')
})
