import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvReader, LONGEST_ROW, type CsvReaderOptions } from '../../src/csv/csv-reader.js'
import { tableRow, type Table } from '../../src/index.js'
import { bytes } from '../bytes.js'

/** Reads bytes that come in pieces of the given lengths (the last is repeated), as a file does. */
function read(
  source: Uint8Array,
  pieces: readonly number[] = [source.length],
  options: Partial<CsvReaderOptions> = {},
): Table {
  const reader = new CsvReader({ name: 'test', ...options })
  let held = new Uint8Array(0)
  let at = 0
  for (let i = 0; at < source.length || i === 0; i++) {
    const end = at + pieces[Math.min(i, pieces.length - 1)]!
    held = new Uint8Array([...held, ...source.subarray(at, end)])
    at = end
    held = held.slice(reader.push(held, false))
  }
  reader.push(held, true)
  return reader.table()
}

const rowsOf = (table: Table) => Array.from({ length: table.rowCount }, (_, row) => Object.values(tableRow(table, row)))

test('cells become codes of distinct texts', () => {
  expect(read(bytes('a,b\nx,1\ny,1\nx,\n'))).toEqual({
    name: 'test',
    rowCount: 3,
    columns: [
      { name: 'a', kind: 'text', codes: Int32Array.of(0, 1, 0), labels: ['x', 'y'] },
      { name: 'b', kind: 'text', codes: Int32Array.of(0, 0, -1), labels: ['1'] },
    ],
    lines: Int32Array.of(2, 3, 4),
    encoding: 'utf-8',
  })
})

test('empty lines are skipped, also before the header and behind the last row', () => {
  const table = read(bytes('\n\r\na,b\n\n1,2\r\n\r\n3,4\n\n'))
  expect(rowsOf(table)).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect(Array.from(table.lines!)).toEqual([5, 7])
})

test('lines are counted through line ends inside quotes', () => {
  expect(Array.from(read(bytes('"a\nb",c\n"x\r\ny",1\nz,2')).lines!)).toEqual([3, 5])
})

test('only the chosen columns are kept, in the order asked for', () => {
  const table = read(bytes('a,b,c\n1,2,3\n'), undefined, { columns: ['c', 'a'] })
  expect(tableRow(table, 0)).toEqual({ c: '3', a: '1' })
})

test('a table of one column has no empty rows, unless they are written as ""', () => {
  expect(rowsOf(read(bytes('a\nx\n\n""\ny')))).toEqual([['x'], [null], ['y']])
})

test('text that is not UTF-8 is read as Windows-1252 in all columns', () => {
  const table = read(Uint8Array.of(...bytes('a,b\n'), 0xa3, 44, 0x80, 10))
  expect(table.encoding).toBe('windows-1252')
  expect(rowsOf(table)).toEqual([['£', '€']])
})

test('a row of the wrong width is located', () => {
  expect(() => read(bytes('a,b\n1,2\n\n1,2,3\n'))).toThrow(
    'readTable: row 2 (line 4) must have 2 cells like the header, got 3',
  )
  expect(() => read(bytes('a,b\n1\n'))).toThrow('readTable: row 1 (line 2) must have 2 cells like the header, got 1')
})

test('a quote that is never closed is located', () => {
  expect(() => read(bytes('a,b\n1,2\n3,"four\n5,6\n'))).toThrow(
    'readTable: file must close the quote opened in line 3 with a quote that a delimiter or a line end follows, ' +
      'got "\\"four\\n5,6\\n"',
  )
})

test('a quote that is closed by the next one, lines later, is located where it opened', () => {
  expect(() => read(bytes('a,b\n"x\ny","2\n3,"four"\n'))).toThrow('must close the quote opened in line 3 with')
})

test('a quote that stays open longer than any row is given up', () => {
  const source = bytes(`a,b\n1,2\n3,"four\n${'5,6\n'.repeat(LONGEST_ROW / 4 + 10)}`)
  const reader = new CsvReader({ name: 'test' })
  expect(() => reader.push(source, false)).toThrow('must close the quote opened in line 3 with')
})

test('a row without end is given up', () => {
  const reader = new CsvReader({ name: 'test' })
  const source = bytes(`a,b\n1,${'x'.repeat(LONGEST_ROW)}`)
  expect(() => reader.push(source, false)).toThrow(
    'readTable: row 1 (line 2) must take at most 1048576 bytes, got 1048578',
  )
  const header = new CsvReader({ name: 'test' })
  expect(() => header.push(bytes('x'.repeat(LONGEST_ROW + 1)), true)).toThrow('readTable: header must take at most')
})

test('a file without a header is refused', () => {
  expect(() => read(bytes('\n\n'))).toThrow('readTable: file must begin with a line of column names, got ""')
})

test('the header can be had alone', () => {
  const reader = new CsvReader({ name: 'test', headerOnly: true, columns: [] })
  reader.push(bytes('a,"b c"\nbroken "row\n'), false)
  expect([reader.header, reader.isDone()]).toEqual([['a', 'b c'], true])
})

test('any table comes back, whatever its cells hold and wherever the pieces end', () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', 'a', 'ä', '€', ' '), maxLength: 4 })
  const grid = fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      last: fc.boolean(),
    }),
  )
  const quote = (text: string) => (/^[a-zä€ ]*$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`)
  fc.assert(
    fc.property(
      grid,
      fc.array(fc.integer({ min: 3, max: 20 }), { minLength: 1 }),
      ({ rows, lineEnd, mark, last }, pieces) => {
        const header = rows[0]!.map((_, i) => `c${i}`)
        const lines = [header, ...rows].map((row) => row.map(quote).join(','))
        const table = read(bytes(mark + lines.join(lineEnd) + (last ? lineEnd : '')), pieces)
        expect(rowsOf(table)).toEqual(rows.map((row) => row.map((text) => (text === '' ? null : text))))
      },
    ),
  )
})

test('thousands of rows make the columns grow', () => {
  const table = read(bytes(`a,b\n${Array.from({ length: 5000 }, (_, i) => `${i},x`).join('\n')}`))
  expect(table.rowCount).toBe(5000)
  expect(tableRow(table, 4999)).toEqual({ a: '4999', b: 'x' })
})
