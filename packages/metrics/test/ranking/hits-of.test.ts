import { expect, test } from 'vitest'
import { hitsOf } from '../../src/ranking/hits-of.js'

test('a place is a hit when its product is relevant', () => {
  expect(hitsOf(['p-3', 'p-9', 'p-1'], ['p-1', 'p-3', 'p-4'])).toEqual(Uint8Array.of(1, 0, 1))
  expect(hitsOf(Int32Array.of(7, 8), new Set([8]))).toEqual(Uint8Array.of(0, 1))
})

test('a number is not the text of it, and names of object properties are ids like any other', () => {
  expect(hitsOf([1, '__proto__', 'constructor'], ['1', '__proto__'])).toEqual(Uint8Array.of(0, 1, 0))
})

test('an empty list has no hits, and with nothing relevant there are none', () => {
  expect(hitsOf([], ['a'])).toEqual(new Uint8Array(0))
  expect(hitsOf(['a'], [])).toEqual(Uint8Array.of(0))
})

test('a product listed twice is refused: it would count twice', () => {
  expect(() => hitsOf(['a', 'b', 'a'], ['a'])).toThrow(
    new RangeError('hitsOf: list[2] must not be in the list before, got "a"'),
  )
})
