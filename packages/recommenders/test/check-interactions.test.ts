import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { checkInteractions, checkMagnitude } from '../src/check-interactions.js'
import { interactionsFrom } from './fixtures.js'

const good = interactionsFrom<string, string>([
  ['ann', 'a'],
  ['ann', 'b'],
  ['bob', 'a'],
])
const check = (change: object) => () => checkInteractions('fitX', { ...good, matrix: { ...good.matrix, ...change } })

test('accepts what the project makes, customers without a product too', () => {
  expect(check({})).not.toThrow()
  const matrix = csrFromTriplets([1], [0], [1], 3, 1)
  expect(() =>
    checkInteractions('fitX', { customers: { ids: ['x', 'y', 'z'] }, products: { ids: ['a'] }, matrix }),
  ).not.toThrow()
})

test('names what is wrong with a matrix', () => {
  expect(check({ indices: new Int32Array(0) })).toThrow('interactions.matrix.indices.length must be at least 1, got 0')
  expect(check({ offsets: Int32Array.of(0, 3) })).toThrow('interactions.matrix.offsets.length must be 3')
  expect(check({ values: new Float64Array(2) })).toThrow(
    'interactions.matrix.values.length must be 3, one per cell, got 2',
  )
  expect(check({ indices: Int32Array.of(1, 0, 0) })).toThrow(
    new RangeError('fitX: interactions.matrix.indices[1] must ascend within its row and stay below 2, got 0'),
  )
  expect(check({ indices: Int32Array.of(0, 2, 0) })).toThrow('interactions.matrix.indices[1] must ascend')
  expect(check({ indices: Int32Array.of(0, 0, 0) })).toThrow('interactions.matrix.indices[1] must ascend')
})

test('rows begin at the first cell, end at the last and do not overlap', () => {
  expect(check({ offsets: Int32Array.of(1, 2, 3) })).toThrow(
    new RangeError('fitX: interactions.matrix.offsets[0] must be 0, got 1'),
  )
  expect(check({ offsets: Int32Array.of(0, 3, 2) })).toThrow('interactions.matrix.offsets[2] must not fall, got 2')
  expect(check({ offsets: Int32Array.of(0, 2, 2) })).toThrow(
    'interactions.matrix.offsets[2] must be 3, the number of cells, got 2',
  )
})

test('values must be finite and neither huge nor tiny', () => {
  for (const value of [NaN, Infinity, 1e71, -1e200, 1e-80]) {
    expect(check({ values: Float64Array.of(1, value, 1) })).toThrow(
      'interactions.matrix.values[1] must be 0 or between',
    )
  }
  for (const value of [0, -0, 1e70, -1e-70]) expect(() => checkMagnitude('fitX', 'value', value)).not.toThrow()
})
