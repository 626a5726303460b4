import { encodeIds, idIndex, positionOf, type Id } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '\0', '💶']

describe('encodeIds', () => {
  test('numbers ids by first appearance', () => {
    const { index, codes } = encodeIds(['b', 'a', 'b', 'c', 'a'])
    expect(index.ids).toEqual(['b', 'a', 'c'])
    expect(codes).toEqual(Int32Array.of(0, 1, 0, 2, 1))
  })

  test('of nothing is nothing', () => {
    expect(encodeIds([])).toEqual({ index: { ids: [] }, codes: new Int32Array(0) })
    expect(encodeIds(new Int32Array(0))).toEqual({ index: { ids: [] }, codes: new Int32Array(0) })
  })

  test('takes names of object properties for ids like any other', () => {
    const { index, codes } = encodeIds([...hostile, ...hostile])
    expect(index.ids).toEqual(hostile)
    expect(Array.from(codes)).toEqual([...hostile.keys(), ...hostile.keys()])
  })

  test('keeps the text "1" and the number 1 apart', () => {
    expect(encodeIds<Id>(['1', 1, '1']).index.ids).toEqual(['1', 1])
  })

  test.each([
    ['an array', [-0, 0, -0, 5]],
    ['a Float64Array', Float64Array.of(-0, 0, -0, 5)],
    ['numbers that are not all integers', [-0, 0, -0, 0.5]],
  ])('takes -0 and 0 for one id, which comes out as 0, in %s', (_, column) => {
    const { index, codes } = encodeIds(column)
    expect(index.ids).toEqual([0, column[3]])
    expect(Array.from(codes)).toEqual([0, 0, 0, 1])
  })

  test('takes numbers of any size', () => {
    const ids = [0.1, 2 ** 53, -Infinity, 1e300, -7]
    expect(encodeIds([...ids, ...ids])).toEqual({ index: { ids }, codes: Int32Array.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4) })
  })

  test.each([undefined, null, NaN, 1n, true, {}, Symbol('id')])('refuses %o and says where it stands', (id) => {
    const text = id === undefined || id === null || typeof id === 'boolean' ? String(id) : undefined
    expect(() => encodeIds(['a', id as any], 'customer', 'transactions')).toThrow(TypeError)
    expect(() => encodeIds(['a', id as any], 'customer', 'transactions')).toThrow(
      `transactions: customer[1] must be a string or a number, got ${text ?? ''}`,
    )
    expect(() => encodeIds([id as any])).toThrow(/^encodeIds: ids\[0\] must be/)
  })

  test('refuses NaN in a typed array', () => {
    expect(() => encodeIds(Float64Array.of(1, NaN))).toThrow(
      new TypeError('encodeIds: ids[1] must be a string or a number, got NaN'),
    )
  })

  // Integers in a narrow range go through a table, others through a Map: all ways must agree with looking ids up one by one.
  const narrow = fc.integer({ min: -50, max: 50 })
  const wide = fc.oneof(narrow, fc.constantFrom(2 ** 31 - 1, -(2 ** 31)))
  test.each<[string, fc.Arbitrary<ArrayLike<Id>>]>([
    ['strings', fc.array(fc.oneof(fc.string(), fc.constantFrom(...hostile)))],
    ['strings and numbers', fc.array(fc.oneof(fc.string(), fc.double({ noNaN: true }), narrow))],
    ['plain integers', fc.array(narrow)],
    ['Int32Array', fc.array(wide).map((ids) => Int32Array.from(ids))],
    ['Int8Array', fc.int8Array()],
    ['Uint8Array', fc.uint8Array()],
    ['Int16Array', fc.int16Array()],
    ['Uint16Array', fc.uint16Array()],
    ['Uint32Array', fc.uint32Array()],
    ['Float64Array', fc.float64Array({ noNaN: true })],
  ])('decodes to the column it was given, ids in order of first appearance: %s', (_, columns) => {
    fc.assert(
      fc.property(columns, (column) => {
        const given = Array.from(column, (id) => (id === 0 ? 0 : id))
        const { index, codes } = encodeIds(column)
        expect(Array.from(codes, (code) => index.ids[code])).toEqual(given)
        expect(index.ids).toEqual([...new Set(given)])
      }),
    )
  })
})

test('idIndex keeps each id once, in order of first appearance', () => {
  expect(idIndex(['b', 'a', 'b'])).toEqual({ ids: ['b', 'a'] })
  expect(idIndex(new Set([7, 3]))).toEqual({ ids: [7, 3] })
  expect(() => idIndex(['a', null as any])).toThrow(
    new TypeError('idIndex: ids[1] must be a string or a number, got null'),
  )
  expect(() => idIndex([NaN], 'customers', 'rfm')).toThrow('rfm: customers[0] must be a string or a number, got NaN')
})

describe('positionOf', () => {
  const ids = [...hostile, 5, -1.5]

  test.each([
    ['made by encodeIds', idIndex(ids)],
    ['made from integers', encodeIds(Int32Array.of(3, 1)).index],
    ['made by hand', { ids }],
    ['that was cloned', structuredClone(idIndex(ids))],
    ['that went through JSON', JSON.parse(JSON.stringify(idIndex(ids)))],
  ])('is the way back in an index %s', (_, index) => {
    expect(index.ids.map((id: Id) => positionOf(index, id))).toEqual([...index.ids.keys()])
    for (const unknown of ['5', 'unknown', '__defineGetter__', NaN, 4]) expect(positionOf(index, unknown)).toBe(-1)
  })

  test('finds 0 by -0', () => {
    expect(positionOf(idIndex([7, 0]), -0)).toBe(1)
  })

  test('takes frozen ids', () => {
    expect(positionOf({ ids: Object.freeze(['a', 'b']) }, 'b')).toBe(1)
  })
})
