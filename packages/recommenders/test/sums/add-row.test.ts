import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDenseRow, addRow } from '../../src/sums/add-row.js'

test('adds a weighted stretch of cells and nothing else', () => {
  const into = Float64Array.of(1, 1, 1)
  addRow(into, Int32Array.of(0, 2, 1), Float64Array.of(10, 20, 30), 1, 3, 0.5)
  expect(into).toEqual(Float64Array.of(1, 16, 11))
})

test('four cells at a time give the bits that one at a time gives', () => {
  const columns = fc.uniqueArray(fc.nat(30), { maxLength: 20 })
  const value = fc.double({ min: -1e3, max: 1e3, noNaN: true })
  fc.assert(
    fc.property(
      columns,
      fc.array(value, { minLength: 20, maxLength: 20 }),
      value,
      fc.nat(3),
      (columns, values, weight, start) => {
        const into = Float64Array.from({ length: 31 }, (_, i) => i / 7)
        const expected = into.slice()
        for (let c = start; c < columns.length; c++) expected[columns[c]!]! += weight * values[c]!
        addRow(into, Int32Array.from(columns), Float64Array.from(values), start, columns.length, weight)
        expect(into).toEqual(expected)
      },
    ),
  )
})

test('adds a weighted dense row', () => {
  const into = Float64Array.of(1, 1, 1)
  addDenseRow(into, Float64Array.of(10, 20, 30, 40, 50), 1, 3, 0.5)
  expect(into).toEqual(Float64Array.of(11, 16, 21))
})
