import { expect, test } from 'vitest'
import { numberCells } from '../src/number-cells.js'
import { readCsvText, type Table } from '../src/index.js'

const table = readCsvText('n,x\n2.5,1\nfive,1\n,1\n"1,5",1\nNA,1\n2.5,1\n')
const cells = numberCells('price', table, table.columns[0]!, '.')

test('texts become numbers, and those that are none become NaN', () => {
  expect(cells.values).toEqual(Float64Array.of(2.5, NaN, NaN, NaN, NaN, 2.5))
})

test('a text that is no number is bad, one that says nothing is not', () => {
  expect([0, 1, 2, 3, 4, 5].map((row) => cells.isBad(row))).toEqual([false, true, false, true, false, false])
})

test('the error names the column, the row, its line and the text', () => {
  expect(cells.fault(1).message).toBe('cleanOrders: price "n" of row 2 (line 3) must be a number, got "five"')
  expect(cells.fault(2).message).toBe('cleanOrders: price "n" of row 3 (line 4) must be a number, got ""')
})

test('the error says how a decimal comma would be read', () => {
  expect(cells.fault(3).message).toBe(
    'cleanOrders: price "n" of row 4 (line 5) must be a number (or decimal be ","), got "1,5"',
  )
})

test('numbers of the file are taken as they are; infinite ones are bad', () => {
  const values = Float64Array.of(1, NaN, Infinity)
  const numbers: Table = { name: 't', rowCount: 3, columns: [{ name: 'n', kind: 'number', values }] }
  const read = numberCells('price', numbers, numbers.columns[0]!, '.')
  expect(read.values).toBe(values)
  expect([0, 1, 2].map((row) => read.isBad(row))).toEqual([false, false, true])
  expect(read.fault(2).message).toBe('cleanOrders: price "n" of row 3 must be a number, got Infinity')
})

test('times are no numbers', () => {
  expect(() =>
    numberCells('price', table, { name: 'at', kind: 'time', values: new Float64Array(1), local: true }, '.'),
  ).toThrow('cleanOrders: price "at" must hold numbers, got "times"')
})
