import { Engine } from '@clientele/compute'
import { csrFromTriplets, run } from '@clientele/core'
import { expect, test } from 'vitest'
import {
  addSummedRow,
  copySummedRows,
  positiveCells,
  summedCell,
  summedRowsArrays,
  summedRowsBytes,
} from '../../src/sums/summed-rows.js'

// rows (0, 2, -1) and (3, 0, 0), in both forms
const sparse = csrFromTriplets([0, 0, 1], [1, 2, 0], [2, -1, 3], 2, 3)
const full = { rows: 2, columns: 3, values: Float64Array.of(0, 2, -1, 3, 0, 0) }

test.each([
  ['sparse', sparse],
  ['dense', full],
])('%s rows are added up, asked for cells and for those above 0', (_, rows) => {
  const into = Float64Array.of(1, 1, 1)
  addSummedRow(into, rows, 0, 2)
  expect(into).toEqual(Float64Array.of(1, 5, -1))
  expect([0, 1, 2].map((column) => summedCell(rows, 0, column))).toEqual([0, 2, -1])
  expect([0, 1, 2].map((column) => summedCell(rows, 1, column))).toEqual([3, 0, 0])
  expect(positiveCells(rows, 0)).toEqual({ items: Int32Array.of(1), values: Float64Array.of(2) })
})

test('both forms are copied into the arena and to files as they are', () => {
  const scope = new Engine().arena.scope()
  const { kernel, regions } = run(copySummedRows(scope, full))
  expect([kernel, ...regions.map((region) => region.view())]).toEqual(['bestOfDenseSums', full.values])
  expect(run(copySummedRows(scope, sparse)).regions.map((region) => region.view())).toEqual([
    sparse.offsets,
    sparse.indices,
    sparse.values,
  ])
  expect(summedRowsBytes(full)).toBe(48)
  expect(summedRowsBytes(sparse)).toBe(4 * 3 + 12 * 3)
  expect(summedRowsArrays('rows', full)).toEqual({ rows: full.values })
  expect(Object.keys(summedRowsArrays('rows', sparse))).toEqual(['rowsOffsets', 'rowsIndices', 'rowsValues'])
})
