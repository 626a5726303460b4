import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMissingText, parseNumber } from '../src/parse-number.js'

test.each([
  ['2.55', 2.55],
  [' -12 ', -12],
  ['+3', 3],
  ['.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['1,234.50', 1234.5],
  ['12,345,678.9', 12345678.9],
])('%j is a number', (text, expected) => {
  expect(parseNumber(text)).toBe(expected)
})

test.each([
  '',
  ' ',
  '-',
  '.',
  '£5',
  '0x10',
  'Infinity',
  'NaN',
  '1,234',
  '1,23.5',
  '2,55',
  '1 000',
  '1e999',
  '--1',
  '1.2.3',
])('%j is no number', (text) => {
  expect(parseNumber(text)).toBeUndefined()
})

test('with a decimal comma the point groups thousands', () => {
  expect(parseNumber('2,55', ',')).toBe(2.55)
  expect(parseNumber('1.234,50', ',')).toBe(1234.5)
  expect(parseNumber('1234', ',')).toBe(1234)
  expect(parseNumber('1.234', ',')).toBeUndefined()
  expect(parseNumber('2.55', ',')).toBeUndefined()
})

test('every finite number is read back from its own text, with either mark', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(parseNumber(String(number))).toBe(Number(String(number)))
      expect(parseNumber(String(number).replace('.', ','), ',')).toBe(Number(String(number)))
    }),
  )
})

test('what spreadsheets, databases, R and Python write for nothing is nothing', () => {
  for (const text of ['', '  ', 'NA', 'N/A', 'NaN', 'nan', 'NULL', 'null', 'None', '\\N', '#N/A']) {
    expect(isMissingText(text)).toBe(true)
  }
  for (const text of ['0', '-', 'na', 'Nan', 'nobody']) expect(isMissingText(text)).toBe(false)
})
