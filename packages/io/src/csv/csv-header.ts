import { isUtf8 } from 'node:buffer'
import { DataError } from '../data-error.js'
import { decodeWindows1252 } from '../windows-1252.js'
import { MOST_COLUMNS, unescapeQuotes, type RecordScanner } from './record-scanner.js'

/**
 * Where the text begins, behind a UTF-8 byte order mark if there is one.
 * @throws DataError for UTF-16, which begins with another mark
 */
export function startOfText(bytes: Uint8Array): number {
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new DataError('readTable', 'file', 'be UTF-8 text (save it again as UTF-8)', 'UTF-16')
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
}

/**
 * The column names of the record that was just scanned.
 * @throws DataError when it has too many columns, or holds zero bytes as binary files do
 */
export function readHeader(bytes: Uint8Array, scanner: RecordScanner): string[] {
  const { width, starts, ends, escaped } = scanner
  if (width > MOST_COLUMNS) throw new DataError('readTable', 'header', `have at most ${MOST_COLUMNS} columns`, width)
  const cells = Array.from({ length: width }, (_, cell) => {
    const content = bytes.subarray(starts[cell], ends[cell])
    if (escaped[cell] === 0) return content
    const unescaped = new Uint8Array(content.length)
    return unescaped.subarray(0, unescapeQuotes(content, 0, content.length, unescaped))
  })
  if (cells.some((content) => content.includes(0))) {
    throw new DataError('readTable', 'file', 'be CSV text or Parquet', new TextDecoder().decode(bytes.subarray(0, 40)))
  }
  const decoder = new TextDecoder()
  const decode = cells.every((content) => isUtf8(content))
    ? (content: Uint8Array) => decoder.decode(content)
    : decodeWindows1252
  return cells.map(decode)
}
