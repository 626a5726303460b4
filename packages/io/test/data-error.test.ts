import { expect, test } from 'vitest'
import { DataError } from '../src/index.js'

test('a fault in a file has the grammar of all errors and a class of its own', () => {
  const error = new DataError('readTable', 'row 17 (line 18)', 'have 8 cells like the header', 9)
  expect(error.message).toBe('readTable: row 17 (line 18) must have 8 cells like the header, got 9')
  expect(error).toBeInstanceOf(RangeError)
  expect(error.name).toBe('DataError')
})
