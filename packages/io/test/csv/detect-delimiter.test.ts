import { expect, test } from 'vitest'
import { detectDelimiter } from '../../src/csv/detect-delimiter.js'
import { bytes } from '../bytes.js'

test.each([
  ['a,b,c\n1;2;3;4;5', ','],
  ['a;b;"c,d,e,f"\n', ';'],
  ['a\tb,c\td', '\t'],
  ['a|b|c', '|'],
  ['single', ','],
  ['a,b;c', ','],
  ['"a\n;;;",b', ','],
  ['\n\r\na;b', ';'],
  ['', ','],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(detectDelimiter(bytes(text), 0)).toBe(delimiter)
})

test('what stands before the start does not count', () => {
  expect(detectDelimiter(bytes(';;;a,b'), 3)).toBe(',')
})
