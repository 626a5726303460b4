import { expect, test } from 'vitest'
import { knownPositions } from '../../src/rules/known-positions.js'

const products = { ids: ['a', 'b', 'c', '__proto__'] }

test('gives the positions of known products, ascending and each once, of arrays and sets', () => {
  expect(knownPositions('f', 'among', ['c', 'x', 'a', 'c'], products)).toEqual(Int32Array.of(0, 2))
  expect(knownPositions('f', 'among', new Set(['__proto__', 'toString']), products)).toEqual(Int32Array.of(3))
  expect(knownPositions('f', 'among', [], products)).toHaveLength(0)
})

test('a list of which no product is known is a mistake, unless it may be so', () => {
  expect(() => knownPositions('f', 'among', ['x', 'y'], products)).toThrow(
    new RangeError('f: among must name at least one item that the model knows, got "x"'),
  )
  expect(knownPositions('f', 'exclude', ['x'], products, { mayBeUnknown: true })).toHaveLength(0)
  expect(() => knownPositions('f', 'among', 'a' as any, products)).toThrow(
    new TypeError('f: among must be an array or a Set of items, got "a"'),
  )
})
