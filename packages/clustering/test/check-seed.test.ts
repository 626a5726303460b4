import { expect, test } from 'vitest'
import { checkSeed } from '../src/check-seed.js'

test.each(['', 'any', 0, -1.5])('%j is a seed', (seed) => {
  expect(() => checkSeed('fit', seed)).not.toThrow()
})

test.each([undefined, null, NaN, Infinity, 1n])('%s is not a seed', (seed) => {
  expect(() => checkSeed('fit', seed)).toThrow(TypeError)
  expect(() => checkSeed('fit', seed)).toThrow('fit: seed must be a string or a finite number, got ')
})
