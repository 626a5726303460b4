import { expect, test } from 'vitest'
import { chooseColumns } from '../src/choose-columns.js'

test('all columns are chosen unless some are asked for', () => {
  expect(chooseColumns(['a', 'b'])).toEqual([
    { name: 'a', position: 0 },
    { name: 'b', position: 1 },
  ])
})

test('columns asked for come in the order asked for, each once', () => {
  expect(chooseColumns(['a', '__proto__', 'c'], ['c', '__proto__', 'c'])).toEqual([
    { name: 'c', position: 2 },
    { name: '__proto__', position: 1 },
  ])
})

test('a column that is not there is named beside those that are', () => {
  expect(() => chooseColumns(['a', 'b\n'], ['x'])).toThrow(
    new RangeError('readTable: columns must be columns of the file ("a", "b\\n"), got "x"'),
  )
  expect(() => chooseColumns(['a'], 'a' as never)).toThrow(TypeError)
})

test('two columns of one name cannot be told apart, but do no harm where they are not read', () => {
  expect(chooseColumns(['a', '', ''], ['a'])).toHaveLength(1)
  expect(() => chooseColumns(['a', '', ''])).toThrow(
    'readTable: name of column 3 must differ from that of column 2, got ""',
  )
})
