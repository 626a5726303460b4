import { expect, test } from 'vitest'
import { idCells } from '../src/id-cells.js'
import { readCsvText, type TableColumn } from '../src/index.js'

/** The ids of a CSV column, row by row. */
function idsOf(...texts: string[]): unknown[] {
  const [column] = readCsvText(`id,x\n${texts.map((text) => `${text},1`).join('\n')}\n`).columns
  return rowsOf(column!)
}

function rowsOf(column: TableColumn): unknown[] {
  const { codes, ids } = idCells('customer', column)
  expect(new Set(ids).size).toBe(ids.length)
  return Array.from(codes, (code) => ids[code])
}

test('texts are ids as they are', () => {
  expect(idsOf('ann', ' Bob', '__proto__', '007', 'ann')).toEqual(['ann', ' Bob', '__proto__', '007', 'ann'])
})

test('integers that pandas wrote beside missing values lose their ".0", and then equal those written plainly', () => {
  expect(idsOf('13085.0', '', '13085', '7.0')).toEqual(['13085', undefined, '13085', '7'])
})

test('".0" stays where the column holds anything but whole numbers', () => {
  expect(idsOf('1.0', '1.5')).toEqual(['1.0', '1.5'])
  expect(idsOf('1.0', 'A.0')).toEqual(['1.0', 'A.0'])
  expect(idsOf(' 1', '2')).toEqual([' 1', '2'])
})

test('what is written for nothing is no id', () => {
  expect(idsOf('NULL', 'nan', '  ', 'ann')).toEqual([undefined, undefined, undefined, 'ann'])
})

test('numbers stay numbers', () => {
  const values = Float64Array.of(7, 7, NaN, 3, 7)
  expect(rowsOf({ name: 'id', kind: 'number', values })).toEqual([7, 7, undefined, 3, 7])
})

test('times are no ids', () => {
  expect(() => idCells('customer', { name: 'at', kind: 'time', values: new Float64Array(1), local: false })).toThrow(
    'cleanOrders: customer "at" must hold text or numbers, got "times"',
  )
})
