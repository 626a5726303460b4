import { expect, test } from 'vitest'
import { readHeader, startOfText } from '../../src/csv/csv-header.js'
import { MOST_COLUMNS, RecordScanner } from '../../src/csv/record-scanner.js'
import { bytes } from '../bytes.js'

function header(source: Uint8Array): string[] {
  const scanner = new RecordScanner(44)
  scanner.scan(source, 0, true)
  return readHeader(source, scanner)
}

test('a byte order mark of UTF-8 is skipped, one of UTF-16 refused', () => {
  expect(startOfText(Uint8Array.of(0xef, 0xbb, 0xbf, 97))).toBe(3)
  expect(startOfText(bytes('abc'))).toBe(0)
  expect(startOfText(bytes(''))).toBe(0)
  const utf16 = 'readTable: file must be UTF-8 text (save it again as UTF-8), got "UTF-16"'
  expect(() => startOfText(Uint8Array.of(0xff, 0xfe, 97, 0))).toThrow(utf16)
  expect(() => startOfText(Uint8Array.of(0xfe, 0xff, 0, 97))).toThrow(utf16)
})

test('names may be quoted, and hold quotes, line ends and any letters', () => {
  expect(header(bytes('__proto__,"say ""a""\n",Größe\n'))).toEqual(['__proto__', 'say "a"\n', 'Größe'])
})

test('names that are not UTF-8 are Windows-1252', () => {
  expect(header(Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65, 10))).toEqual(['Größe'])
})

test('binary content and too many columns are refused', () => {
  expect(() => header(Uint8Array.of(97, 0, 98, 10))).toThrow(
    'readTable: file must be CSV text or Parquet, got "a\\u0000b\\n"',
  )
  expect(() => header(bytes(','.repeat(MOST_COLUMNS)))).toThrow(
    'readTable: header must have at most 16384 columns, got 16385',
  )
})
