import type { FeatureTable, Row } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText, readCsvText, tableRow } from '../src/index.js'
import { csvPieces } from '../src/csv-text.js'

const table: FeatureTable = {
  entity: 'customer',
  index: { ids: ['a,b', 17] },
  columns: [
    { name: 'recency', values: Float64Array.of(-1.5, 3) },
    { name: 'segment', values: Uint8Array.of(1, 0), labels: ['At risk', 'Champions'] },
  ],
}

test('a table of features has its ids first and labels in place of their numbers', () => {
  expect(csvText(table)).toBe('customer,recency,segment\r\n"a,b",-1.5,Champions\r\n17,3,At risk\r\n')
})

test('rows are written under all their names; a name that a row lacks is an empty cell', () => {
  expect(csvText([{ a: 1 }, { b: 'x', __proto__: null } as unknown as Row, { a: 'say "hi"\n' }])).toBe(
    'a,b\r\n1,\r\n,x\r\n"say ""hi""\n",\r\n',
  )
})

test('a column named __proto__ is a column', () => {
  expect(csvText([Object.fromEntries([['__proto__', 5]])])).toBe('__proto__\r\n5\r\n')
  expect(csvText([{ toString: 1 }, { a: 2 }])).toBe('toString,a\r\n1,\r\n,2\r\n')
})

test('other delimiters are quoted for', () => {
  expect(csvText([{ a: '1;2', b: '1,2' }], { delimiter: ';' })).toBe('a;b\r\n"1;2";1,2\r\n')
})

test('text that a spreadsheet would run gets an apostrophe in front, numbers do not', () => {
  const risky = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', 'a=b', '-5', '+491234', '-5.25']
  expect(risky.map((text) => csvText([{ x: text }]).split('\r\n')[1])).toEqual([
    "'=1+1",
    "'+cmd",
    "'-2+3",
    "'@SUM(A1)",
    "'\tx",
    'a=b',
    '-5',
    '+491234',
    '-5.25',
  ])
  expect(csvText([{ '=x': -5 }])).toBe("'=x\r\n-5\r\n")
  expect(csvText([{ x: '=1' }], { formulas: 'keep' })).toBe('x\r\n=1\r\n')
})

test('a number that is not finite is named', () => {
  expect(() => csvText([{ a: 1 }, { a: NaN }])).toThrow(new RangeError('csvText: "a" of row 2 must be finite, got NaN'))
})

test('wrong options are named', () => {
  expect(() => csvText([], { delimiter: '|' as never })).toThrow('csvText: delimiter must be one of')
  expect(() => csvText([], { formulas: 'no' as never })).toThrow('csvText: formulas must be one of')
})

test('what is written is read back', () => {
  const row = fc.record({ id: fc.string({ minLength: 1 }), text: fc.string({ unit: 'grapheme' }), n: fc.integer() })
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1 }),
      fc.constantFrom(',' as const, ';' as const, '\t' as const),
      (rows, delimiter) => {
        const read = readCsvText(csvText(rows, { delimiter, formulas: 'keep' }), { delimiter })
        expect(rows.map((_, i) => tableRow(read, i))).toEqual(
          rows.map(({ id, text, n }) => ({ id, text: text === '' ? null : text, n: String(n) })),
        )
      },
    ),
  )
})

test('long tables come in pieces that together are the whole', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => ({ id: i, name: `name ${i}` }))
  const pieces = [...csvPieces(rows)]
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('')).toBe(csvText(rows))
})
