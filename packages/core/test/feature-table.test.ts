import { denseOf, featureColumn, idIndex, rowsOf, type FeatureTable } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const table: FeatureTable = {
  entity: 'customer',
  index: idIndex<string | number>(['c-1', 7]),
  columns: [
    { name: 'monetary', values: Float64Array.of(10.5, 20) },
    { name: 'score', values: Uint8Array.of(1, 5) },
    { name: 'segment', values: Int32Array.of(1, 0), labels: ['Loyal', 'New'] },
  ],
}

describe('featureColumn', () => {
  test('finds a column by name', () => {
    expect(featureColumn(table, 'score')).toBe(table.columns[1])
  })

  test('names the columns there are when there is none of that name', () => {
    expect(() => featureColumn(table, 'toString')).toThrow(
      new RangeError(
        'featureColumn: name must be a column of the table ("monetary", "score", "segment"), got "toString"',
      ),
    )
    expect(() => featureColumn({ ...table, columns: [] }, 'score')).toThrow(
      new RangeError('featureColumn: name must be a column of the table (none), got "score"'),
    )
  })
})

describe('rowsOf', () => {
  test('is one object per row, the id first, labels instead of their numbers', () => {
    const rows = rowsOf(table)
    expect(rows).toEqual([
      { customer: 'c-1', monetary: 10.5, score: 1, segment: 'New' },
      { customer: 7, monetary: 20, score: 5, segment: 'Loyal' },
    ])
    expect(Object.keys(rows[0]!)).toEqual(['customer', 'monetary', 'score', 'segment'])
  })

  test('shows the number where there is no label for it', () => {
    const columns = [{ name: 'cluster', values: Int32Array.of(0, 3), labels: ['first'] }]
    expect(rowsOf({ ...table, columns })).toEqual([
      { customer: 'c-1', cluster: 'first' },
      { customer: 7, cluster: 3 },
    ])
  })

  test('a column named __proto__ is a column like any other', () => {
    const columns = [{ name: '__proto__', values: Float64Array.of(1, 2) }]
    const [row] = rowsOf({ ...table, columns })
    expect(Object.entries(row!)).toEqual([
      ['customer', 'c-1'],
      ['__proto__', 1],
    ])
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
  })

  test.each([['customer'], ['monetary']])('refuses a second column named "%s", which would hide the first', (name) => {
    const columns = [table.columns[0]!, { name, values: Float64Array.of(1, 2) }]
    expect(() => rowsOf({ ...table, columns })).toThrow(
      new RangeError(`rowsOf: table.columns[1].name must be unique in the table, got "${name}"`),
    )
  })

  test('a table without rows, or without columns, goes out too', () => {
    expect(rowsOf({ ...table, index: { ids: [] } })).toEqual([])
    expect(rowsOf({ ...table, columns: [] })).toEqual([{ customer: 'c-1' }, { customer: 7 }])
  })

  test('is the same from a clone', () => {
    expect(rowsOf(structuredClone(table))).toEqual(rowsOf(table))
  })
})

describe('denseOf', () => {
  test('takes the columns named, in that order', () => {
    expect(denseOf(table, ['score', 'monetary'])).toEqual({
      rows: 2,
      columns: 2,
      values: Float64Array.of(1, 10.5, 5, 20),
    })
    expect(denseOf(table, [])).toEqual({ rows: 2, columns: 0, values: new Float64Array(0) })
  })

  test('takes all columns when none is named, labels as their numbers', () => {
    expect(denseOf(table).values).toEqual(Float64Array.of(10.5, 1, 1, 20, 5, 0))
  })

  test('has cell (row, column) of the table at (row, column)', () => {
    const shape = fc.tuple(fc.nat(5), fc.nat(5))
    fc.assert(
      fc.property(shape, fc.infiniteStream(fc.double({ noNaN: true })), ([rows, width], numbers) => {
        const columns = Array.from({ length: width }, (_, c) => ({
          name: `column ${c}`,
          values: Float64Array.from(numbers.take(rows)),
        }))
        const matrix = denseOf({ entity: 'id', index: idIndex([...Array(rows).keys()]), columns })
        columns.forEach(({ values }, c) =>
          values.forEach((value, row) => expect(matrix.values[row * width + c]).toBe(value)),
        )
      }),
    )
  })

  test('refuses a name the table does not have and a column of the wrong length', () => {
    expect(() => denseOf(table, ['score', 'age'])).toThrow(
      new RangeError('denseOf: names[1] must be a column of the table ("monetary", "score", "segment"), got "age"'),
    )
    const columns = [{ name: 'short', values: Float64Array.of(1) }]
    expect(() => denseOf({ ...table, columns })).toThrow(
      new RangeError('denseOf: table column "short".length must be 2, one per row, got 1'),
    )
  })
})
