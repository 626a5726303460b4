import { expect, test } from 'vitest'
import { checkAgreement } from '../src/agreement.js'

test('numbers may differ by a share of the largest, and no more', () => {
  expect(() => checkAgreement([100, 0.5], [100, 0], 0.01)).not.toThrow()
  expect(() => checkAgreement([100, 2], [100, 0], 0.01)).toThrow('both sides must agree, got 2 and 0 (number 1)')
})

test('without a tolerance every bit counts', () => {
  expect(() => checkAgreement([0.1 + 0.2], [0.3], 0)).toThrow('both sides must agree')
  expect(() => checkAgreement([0.3], [0.3], 0)).not.toThrow()
})

test('a NaN agrees with nothing', () => {
  expect(() => checkAgreement([NaN], [1], 1)).toThrow('got NaN and 1')
  expect(() => checkAgreement([1], [NaN], 1)).toThrow('got 1 and NaN')
})

test('lists of different length do not agree', () => {
  expect(() => checkAgreement([1, 2], [1], 1)).toThrow('as many numbers, got 2 and 1')
})
