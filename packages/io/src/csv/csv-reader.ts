import { ByteDictionary, grown } from '../byte-dictionary.js'
import { chooseColumns } from '../choose-columns.js'
import { DataError } from '../data-error.js'
import { rowPlace, type Table } from '../table.js'
import { readHeader, startOfText } from './csv-header.js'
import { detectDelimiter } from './detect-delimiter.js'
import { BROKEN_QUOTE, INCOMPLETE, RecordScanner, countLineEnds, unescapeQuotes } from './record-scanner.js'

/** A row may be this long in bytes; what is longer is a broken quote or not a table. */
export const LONGEST_ROW = 1 << 20

/** Bytes shown of a cell whose quote is broken. */
const SNIPPET = 100

/** What a CSV reader needs to know besides the bytes. */
export interface CsvReaderOptions {
  readonly name: string
  readonly columns?: readonly string[]
  readonly delimiter?: string
  /** Stop behind the header. */
  readonly headerOnly?: boolean
}

interface ColumnBuilder {
  readonly name: string
  /** Position in a row. */
  readonly cell: number
  readonly dictionary: ByteDictionary
  codes: Int32Array
}

/**
 * Turns the bytes of a CSV file, handed over piece by piece, into columns of codes. Only the chosen columns are stored.
 *
 * O(bytes) time; memory is 4 bytes for each row and column plus the distinct texts.
 */
export class CsvReader {
  /** The header's names, once it was read. */
  header: readonly string[] | undefined
  private scanner: RecordScanner | undefined
  private columns: ColumnBuilder[] = []
  private lines = new Int32Array(1024)
  private rowCount = 0
  /** Line of the file, from 1, on which the next record begins. */
  private line = 1
  private readonly unescaped = new Uint8Array(LONGEST_ROW)

  constructor(private readonly options: CsvReaderOptions) {}

  /**
   * Reads all whole records of `bytes` and returns how many bytes they take; hand over the rest again, in front of what
   * follows.
   * @param final whether nothing follows in the file
   */
  push(bytes: Uint8Array, final: boolean): number {
    let at = this.scanner === undefined ? startOfText(bytes) : 0
    const scanner = (this.scanner ??= this.createScanner(bytes, at))
    while (at < bytes.length && !this.isDone()) {
      const next = scanner.scan(bytes, at, final)
      const read = next === INCOMPLETE ? bytes.length : next
      if (next === BROKEN_QUOTE) throw this.brokenQuote(bytes, at)
      if (read - at > LONGEST_ROW) throw this.tooLong(bytes, at, read - at)
      if (next === INCOMPLETE) return at
      this.record(bytes, at, next)
      at = next
    }
    return at
  }

  /**
   * The table of all rows read.
   * @throws DataError when there was not even a header
   */
  table(): Table {
    if (this.header === undefined) throw new DataError('readTable', 'file', 'begin with a line of column names', '')
    const encoding = this.columns.every(({ dictionary }) => dictionary.isUtf8()) ? 'utf-8' : 'windows-1252'
    return {
      name: this.options.name,
      rowCount: this.rowCount,
      columns: this.columns.map(({ name, codes, dictionary }) => ({
        name,
        kind: 'text',
        codes: codes.slice(0, this.rowCount),
        labels: dictionary.labels(encoding),
      })),
      lines: this.lines.slice(0, this.rowCount),
      encoding,
    }
  }

  /** Whether what follows in the file is of no interest. */
  isDone(): boolean {
    return this.options.headerOnly === true && this.header !== undefined
  }

  private createScanner(bytes: Uint8Array, start: number): RecordScanner {
    const delimiter = this.options.delimiter ?? detectDelimiter(bytes, start)
    return new RecordScanner(delimiter.charCodeAt(0))
  }

  private record(bytes: Uint8Array, start: number, end: number): void {
    const { width, starts, ends, quoted } = this.scanner!
    const isEmptyLine = width === 1 && starts[0] === ends[0] && !quoted
    if (!isEmptyLine && this.header === undefined) this.startColumns(bytes)
    else if (!isEmptyLine) this.addRow(bytes)
    this.line += quoted ? countLineEnds(bytes, start, end) : 1
  }

  private startColumns(bytes: Uint8Array): void {
    this.header = readHeader(bytes, this.scanner!)
    this.columns = chooseColumns(this.header, this.options.columns).map(({ name, position }) => ({
      name,
      cell: position,
      dictionary: new ByteDictionary(),
      codes: new Int32Array(1024),
    }))
  }

  private addRow(bytes: Uint8Array): void {
    const row = this.rowCount
    const { width, starts, ends, escaped } = this.scanner!
    if (row === this.lines.length) this.makeRoom()
    this.lines[row] = this.line
    if (width !== this.header!.length) {
      throw new DataError('readTable', this.place(), `have ${this.header!.length} cells like the header`, width)
    }
    for (const column of this.columns) {
      const { cell, dictionary, codes } = column
      codes[row] =
        escaped[cell] === 0
          ? dictionary.add(bytes, starts[cell]!, ends[cell]!)
          : dictionary.add(this.unescaped, 0, unescapeQuotes(bytes, starts[cell]!, ends[cell]!, this.unescaped))
    }
    this.rowCount++
  }

  private makeRoom(): void {
    this.lines = grown(this.lines, this.rowCount + 1)
    for (const column of this.columns) column.codes = grown(column.codes, this.rowCount + 1)
  }

  private place(): string {
    return this.header === undefined ? 'header' : rowPlace(this.rowCount, this.line)
  }

  private tooLong(bytes: Uint8Array, start: number, length: number): DataError {
    if (this.scanner!.openQuote >= 0) return this.brokenQuote(bytes, start)
    return new DataError('readTable', this.place(), `take at most ${LONGEST_ROW} bytes`, length)
  }

  private brokenQuote(bytes: Uint8Array, recordStart: number): DataError {
    const open = this.scanner!.openQuote
    const line = this.line + countLineEnds(bytes, recordStart, open)
    const text = new TextDecoder().decode(bytes.subarray(open, open + SNIPPET))
    const rule = `close the quote opened in line ${line} with a quote that a delimiter or a line end follows`
    return new DataError('readTable', 'file', rule, text)
  }
}
