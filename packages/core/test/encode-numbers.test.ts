import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeNumbers } from '../src/encode-numbers.js'

/** By a `Map`, which takes -0 and 0 for one key. */
function byMap(column: readonly number[]) {
  const ids = [...new Map(column.map((id) => [id, id])).keys()]
  const positions = new Map(ids.map((id, position) => [id, position]))
  return { ids, codes: Int32Array.from(column, (id) => positions.get(id)!) }
}

test('numbers of any size are numbered as by a Map', () => {
  const sparse = fc.integer({ min: -(2 ** 53), max: 2 ** 53 })
  const column = fc.array(fc.oneof(sparse, fc.double({ noNaN: true }), fc.constantFrom(0, -0, Infinity, 1e300)))
  fc.assert(
    fc.property(column, (ids) => {
      expect(encodeNumbers([...ids, ...ids])).toEqual(byMap([...ids, ...ids]))
    }),
  )
})

test.each<[string, (i: number) => number]>([
  ['equal steps', (i) => i * 4096],
  ['powers', (i) => 1.001 ** i],
  ['large odd numbers', (i) => 5_000_000_000_001 + 2 * i],
  ['fractions', (i) => i / 7],
])('tables grow with the number of ids: %s', (_, idOf) => {
  const ids = Array.from({ length: 20_000 }, (_, i) => idOf(i))
  expect(encodeNumbers([...ids, ...ids.toReversed()])).toEqual(byMap([...ids, ...ids.toReversed()]))
})

test('-0 and 0 are one id, which comes out as 0', () => {
  expect(encodeNumbers([-0, 0, 5])).toEqual({ ids: [0, 5], codes: Int32Array.of(0, 0, 1) })
})

test.each([[['a']], [[1, NaN]], [[1, null]], [[1, 1n]]])('leaves %s to others', (column) => {
  expect(encodeNumbers(column)).toBeUndefined()
})

test('of nothing is nothing', () => {
  expect(encodeNumbers([])).toEqual({ ids: [], codes: new Int32Array(0) })
})
