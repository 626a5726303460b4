import { expect, test } from 'vitest'
import { columnsToFit, isTable } from '../../src/preparation/features.js'
import { tableOf } from './tables.js'

const orders = tableOf({ recency: [3, 40], frequency: [9, 1], monetary: [120.5, 8] })
const withSegment = {
  ...orders,
  columns: [...orders.columns, { name: 'segment', values: Uint8Array.of(0, 1), labels: ['x', 'y'] }],
}

test('rows become columns', () => {
  const read = columnsToFit('f', [
    [1, 2, 3],
    [4, 5, 6],
  ])
  expect(read.columns).toEqual([Float64Array.of(1, 4), Float64Array.of(2, 5), Float64Array.of(3, 6)])
  expect(read.names).toBeUndefined()
  expect(read.cell(2, 1)).toBe('points[1][2]')
})

test('a matrix becomes columns, which are copies', () => {
  const values = Float64Array.of(1, 2)
  const read = columnsToFit('f', { rows: 1, columns: 2, values })
  read.columns[0]![0] = 9
  expect(values).toEqual(Float64Array.of(1, 2))
})

test('a table gives the named columns in the order of the names', () => {
  const read = columnsToFit('f', orders, { columns: ['monetary', 'recency'] })
  expect(read).toMatchObject({
    names: ['monetary', 'recency'],
    rows: 2,
    columns: [Float64Array.of(120.5, 8), Float64Array.of(3, 40)],
  })
  expect(read.cell(0, 1)).toBe('table column "monetary"[1]')
})

test('without names a table gives all columns of numbers, not those of labels', () => {
  expect(columnsToFit('f', withSegment).names).toEqual(['recency', 'frequency', 'monetary'])
})

test('a table is told from rows and matrices', () => {
  expect([orders, [[1]], { rows: 1, columns: 1, values: Float64Array.of(1) }].map((each) => isTable(each))).toEqual([
    true,
    false,
    false,
  ])
})

test.each([
  [
    [
      [1, 2],
      [3, NaN],
    ],
    undefined,
    'f: points[1][1] must be finite, got NaN',
  ],
  [
    [
      [1, 2],
      [3, 1e101],
    ],
    undefined,
    `f: points[1][1] must be between -1e+100 and 1e+100, got 1e+101`,
  ],
  [[[1, 2], [3]], undefined, 'f: points[1].length must be 2, as in the first row, got 1'],
  [[], undefined, 'f: points must have at least one row, got an array of 0'],
  [[[], []], undefined, 'f: points must have at least one column, got an array of 2'],
  [[[1, 2]], ['recency'], 'f: columns must be left out for rows without names, got an array of 1'],
  [tableOf({ recency: [] }), undefined, 'f: table must have at least one row, got an object'],
  [tableOf({ recency: [1, Infinity] }), undefined, 'f: table column "recency"[1] must be finite, got Infinity'],
  [
    tableOf({ recency: [1, -2e100] }),
    undefined,
    'f: table column "recency"[1] must be between -1e+100 and 1e+100, got -2e+100',
  ],
  [orders, ['age'], 'f: columns[0] must be a column of the table ("recency", "frequency", "monetary"), got "age"'],
  [orders, ['recency', 'recency'], 'f: columns[1] must be named once, got "recency"'],
  [orders, [], 'f: columns must name at least one column of numbers, got an array of 0'],
  [orders, 'recency', 'f: columns must name at least one column of numbers, got "recency"'],
  [withSegment, ['segment'], 'f: columns[0] must be a column of numbers, not of labels, got "segment"'],
  [
    { ...orders, columns: [{ name: 'short', values: Float64Array.of(1) }] },
    undefined,
    'f: table column "short".length must be 2, one per row, got 1',
  ],
])('%j with the columns %j is refused', (features, columns, message) => {
  expect(() =>
    columnsToFit('f', features as never, columns === undefined ? {} : { columns: columns as string[] }),
  ).toThrow(new RangeError(message))
})

test('what is neither rows nor a table is refused', () => {
  expect(() => columnsToFit('f', 7 as never)).toThrow(
    new TypeError('f: points must be rows of numbers or a Dense matrix, got 7'),
  )
})
