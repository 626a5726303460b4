import { expect, test } from 'vitest'
import { readCsvText, tableColumn, tableRow, type Table } from '../src/index.js'
import { cellValue, nameList, namesOf, placeOf, rowPlace } from '../src/table.js'

const table: Table = {
  name: 'orders',
  rowCount: 2,
  columns: [
    { name: 'sku', kind: 'text', codes: Int32Array.of(0, -1), labels: ['a'] },
    { name: '__proto__', kind: 'number', values: Float64Array.of(NaN, 2) },
    { name: 'at', kind: 'time', values: Float64Array.of(0, NaN), local: false },
  ],
}

test('a row is an object with times as text and nothing as null, whatever its columns are called', () => {
  const first = tableRow(table, 0)
  expect(Object.entries(first)).toEqual([
    ['sku', 'a'],
    ['__proto__', null],
    ['at', '1970-01-01T00:00:00.000Z'],
  ])
  expect(Object.getPrototypeOf(first)).toBe(Object.prototype)
  expect(Object.values(tableRow(table, 1))).toEqual([null, 2, null])
})

test('a time that no date can hold is shown as its number', () => {
  expect(cellValue({ name: 'at', kind: 'time', values: Float64Array.of(9e15), local: false }, 0)).toBe(9e15)
})

test('a column is found by name, and a missing one named beside those there are', () => {
  expect(tableColumn(table, '__proto__').kind).toBe('number')
  expect(namesOf(table)).toEqual(['sku', '__proto__', 'at'])
  expect(() => tableColumn(table, 'x')).toThrow(
    new RangeError('tableColumn: name must be a column of the table ("sku", "__proto__", "at"), got "x"'),
  )
})

test('a table survives structuredClone', () => {
  const read = readCsvText('a,b\n1,x\n')
  expect(structuredClone(read)).toEqual(read)
})

test('places count from 1, and from CSV also name the line', () => {
  expect(rowPlace(16)).toBe('row 17')
  expect(placeOf({ ...table, lines: Int32Array.of(2, 5) }, 1)).toBe('row 2 (line 5)')
})

test('long lists of names are cut', () => {
  const names = Array.from({ length: 33 }, (_, i) => `c${i}`)
  expect(nameList(names)).toMatch(/^"c0", .* "c29", and 3 more$/)
})
