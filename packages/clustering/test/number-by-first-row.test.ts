import { expect, test } from 'vitest'
import { numberByFirstRow } from '../src/number-by-first-row.js'

test('clusters are numbered by their first row, and what is in none is passed over', () => {
  expect(numberByFirstRow(Int32Array.of(-1, 2, 0, 2, -1, 1, 0), 3)).toEqual(Int32Array.of(1, 2, 0))
})

test('no clusters have no numbers', () => {
  expect(numberByFirstRow(Int32Array.of(-1, -1), 0)).toEqual(Int32Array.of())
})
