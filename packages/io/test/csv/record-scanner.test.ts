import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BROKEN_QUOTE,
  INCOMPLETE,
  MOST_COLUMNS,
  RecordScanner,
  countLineEnds,
  unescapeQuotes,
} from '../../src/csv/record-scanner.js'
import { bytes } from '../bytes.js'

function scan(text: string, final = true) {
  const scanner = new RecordScanner(','.charCodeAt(0))
  const source = bytes(text)
  const end = scanner.scan(source, 0, final)
  const cells = Array.from({ length: scanner.width }, (_, i) =>
    new TextDecoder().decode(source.subarray(scanner.starts[i], scanner.ends[i])),
  )
  return { end, cells, openQuote: scanner.openQuote, quoted: scanner.quoted }
}

test.each([
  ['a,b\nc', 4, ['a', 'b']],
  ['a,b\r\nc', 5, ['a', 'b']],
  ['a,b\rc', 4, ['a', 'b']],
  ['a,', 2, ['a', '']],
  ['\n', 1, ['']],
  ['"a,\n",b\n', 8, ['a,\n', 'b']],
  ['"",""\n', 6, ['', '']],
  ['12" plate,b\n', 12, ['12" plate', 'b']],
  [' "a",b\n', 7, [' "a"', 'b']],
  ['"a"', 3, ['a']],
])('%j is a record of %i bytes', (text, end, cells) => {
  expect(scan(text)).toMatchObject({ end, cells })
})

test('doubled quotes are marked, and made single on request', () => {
  const scanner = new RecordScanner(44)
  const source = bytes('"a ""b""",c\n')
  scanner.scan(source, 0, true)
  expect(Array.from(scanner.escaped.subarray(0, 2))).toEqual([1, 0])
  const into = new Uint8Array(20)
  const length = unescapeQuotes(source, scanner.starts[0]!, scanner.ends[0]!, into)
  expect(new TextDecoder().decode(into.subarray(0, length))).toBe('a "b"')
})

test.each(['a,b', 'a,"b', 'a,"b"', 'a,b\r', 'a', 'a,"b""'])('%j may go on', (text) => {
  expect(scan(text, false).end).toBe(INCOMPLETE)
})

test('a quote that is never closed, or that text follows, is broken; where it opened is known', () => {
  expect(scan('a,"b\n,c\n')).toMatchObject({ end: BROKEN_QUOTE, openQuote: 2 })
  expect(scan('"a" b,c\n')).toMatchObject({ end: BROKEN_QUOTE, openQuote: 0 })
  expect(scan('"a","b"c\n', false)).toMatchObject({ end: BROKEN_QUOTE, openQuote: 4 })
  expect(scan('"a""')).toMatchObject({ end: BROKEN_QUOTE })
})

test('cells beyond the most columns are counted alone', () => {
  const scanner = new RecordScanner(44)
  scanner.scan(bytes(','.repeat(MOST_COLUMNS + 5)), 0, true)
  expect(scanner.width).toBe(MOST_COLUMNS + 6)
  expect(scanner.starts.length).toBeLessThanOrEqual(MOST_COLUMNS)
})

test('line ends are counted once each', () => {
  const source = bytes('a\nb\r\nc\rd')
  expect(countLineEnds(source, 0, source.length)).toBe(3)
})

test('cells written with quotes are found again, whatever they hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'ä', 'x') }), { minLength: 1 }),
      (cells) => {
        const text = `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
        const { end, cells: found } = scan(text)
        expect(end).toBe(bytes(text).length)
        expect(found.map((cell) => cell.replaceAll('""', '"'))).toEqual(cells)
      },
    ),
  )
})
