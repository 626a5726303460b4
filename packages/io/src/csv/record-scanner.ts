import { grown } from '../byte-dictionary.js'

/** What {@link RecordScanner.scan} answers when the record does not end within the bytes given. */
export const INCOMPLETE = -1
/** What {@link RecordScanner.scan} answers when a quote is not closed, or is followed by text. */
export const BROKEN_QUOTE = -2

/** More columns than any spreadsheet holds (Excel: 16,384): what has more is not a table of orders. */
export const MOST_COLUMNS = 16_384

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/**
 * Finds the cells of one CSV record in bytes (RFC 4180; lines may end in LF, CRLF or CR).
 *
 * Works on bytes, not on text: delimiters, quotes and line ends are ASCII, which in UTF-8 never occurs inside another
 * character, so that no string is made for a cell. One pass, no allocation.
 */
export class RecordScanner {
  /** Cell → where its content begins (after an opening quote). Cells beyond {@link MOST_COLUMNS} are only counted. */
  starts = new Int32Array(64)
  /** Cell → where its content ends (before a closing quote). */
  ends = new Int32Array(64)
  /** Cell → 1 when its content holds doubled quotes. */
  escaped = new Uint8Array(64)
  /** Number of cells of the record. */
  width = 0
  /** Whether a cell of the record was quoted, and may thus hold line ends. */
  quoted = false
  /** Where the quote stands that is still open or badly closed; -1 when there is none. */
  openQuote = -1

  private readonly isBorder = new Uint8Array(256)

  constructor(private readonly delimiter: number) {
    for (const byte of [delimiter, LF, CR]) this.isBorder[byte] = 1
  }

  /**
   * Where the record that begins at `start` ends, behind its line end; or {@link INCOMPLETE}, or {@link BROKEN_QUOTE}.
   * @param final whether nothing follows these bytes in the file
   */
  scan(bytes: Uint8Array, start: number, final: boolean): number {
    const { isBorder, delimiter } = this
    const end = bytes.length
    this.width = 0
    this.quoted = false
    this.openQuote = -1
    let at = start
    for (;;) {
      if (at < end && bytes[at] === QUOTE) {
        at = this.quotedCell(bytes, at, final)
        if (at < 0) return at
      } else {
        const cellStart = at
        while (at < end && isBorder[bytes[at]!] === 0) at++
        this.store(cellStart, at, 0)
      }
      if (at === end) return final ? end : INCOMPLETE
      const border = bytes[at++]!
      if (border === delimiter) continue
      if (border === LF) return at
      // Whether a CR stands alone or before a LF is known only with the next byte.
      if (at === end) return final ? end : INCOMPLETE
      return bytes[at] === LF ? at + 1 : at
    }
  }

  /** Stores the quoted cell that opens at `open` and returns where its closing quote is behind. */
  private quotedCell(bytes: Uint8Array, open: number, final: boolean): number {
    const end = bytes.length
    let escaped = 0
    let close = open + 1
    this.quoted = true
    this.openQuote = open
    for (;;) {
      close = bytes.indexOf(QUOTE, close)
      if (close < 0) return final ? BROKEN_QUOTE : INCOMPLETE
      if (bytes[close + 1] !== QUOTE) break
      escaped = 1
      close += 2
    }
    if (close + 1 < end && this.isBorder[bytes[close + 1]!] === 0) return BROKEN_QUOTE
    this.openQuote = -1
    this.store(open + 1, close, escaped)
    return close + 1
  }

  private store(start: number, end: number, escaped: number): void {
    const cell = this.width++
    if (cell >= MOST_COLUMNS) return
    if (cell === this.starts.length) {
      this.starts = grown(this.starts, cell + 1)
      this.ends = grown(this.ends, cell + 1)
      this.escaped = grown(this.escaped, cell + 1)
    }
    this.starts[cell] = start
    this.ends[cell] = end
    this.escaped[cell] = escaped
  }
}

/** Copies a cell's content with doubled quotes made single; returns its length. */
export function unescapeQuotes(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let length = 0
  for (let at = start; at < end; at++) {
    into[length++] = bytes[at]!
    if (bytes[at] === QUOTE) at++
  }
  return length
}

/** Number of line ends in bytes: LF, CRLF and CR each count once. */
export function countLineEnds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) count++
  }
  return count
}
