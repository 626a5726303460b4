import { expect, test } from 'vitest'
import { factReader, fieldReader, rowList } from '../src/fields.js'

test('rows may be any iterable', () => {
  const rows = [{ a: 1 }]
  expect(rowList('f', rows)).toBe(rows)
  expect(rowList('f', new Set([1, 2]))).toEqual([1, 2])
  expect(() => rowList('f', null as any)).toThrow(
    new TypeError('f: rows must be an array or another iterable, got null'),
  )
})

test('a field is a name or a function of the row', () => {
  const row = { a: 1, b: 2 }
  expect(fieldReader<typeof row, number>('f', 'fields.a', 'a')(row, 0)).toBe(1)
  expect(fieldReader<typeof row, number>('f', 'fields.a', ({ a, b }) => a + b)(row, 0)).toBe(3)
  expect(() => fieldReader('f', 'fields.a', 7 as any)).toThrow(
    new TypeError('f: fields.a must be a field name or a function of the row, got 7'),
  )
  expect(() => fieldReader<typeof row, number>('f', 'fields.a', 'a')(undefined as any, 3)).toThrow(
    new TypeError('f: rows[3] must be an object, got undefined'),
  )
})

test('a fact is text or a number, or there is none', () => {
  const read = factReader<{ x?: any }>('f', 'fields.x', 'x', 'x')
  expect([{ x: 'a' }, { x: 0 }, { x: null }, { x: NaN }, {}].map(read)).toEqual([
    'a',
    0,
    undefined,
    undefined,
    undefined,
  ])
  expect(() => read({ x: true }, 2)).toThrow(new TypeError('f: rows[2].x must be a string or a number, got true'))
})
