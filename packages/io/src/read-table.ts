import { rangeError, typeError, type AsyncOptions } from '@clientele/core'
import { CsvReader } from './csv/csv-reader.js'
import { feedFile } from './csv/read-csv.js'
import { withFile } from './open-file.js'
import { pacer } from './pace.js'
import { readLayout } from './parquet/footer.js'
import { readParquet } from './parquet/read-parquet.js'
import type { Table } from './table.js'

/** How CSV is taken apart. */
export interface CsvOptions {
  /** What separates cells, one character; by default the most frequent of `,` `;` tab and `|` in the first line. */
  readonly delimiter?: string
}

/** What is read of a table. */
export interface TableOptions extends CsvOptions {
  /** Names of the columns to read, in the order wanted; by default all. Others cost neither memory nor decoding. */
  readonly columns?: readonly string[]
}

/** What is read of a file. Progress counts bytes of CSV, cells of Parquet. */
export interface ReadTableOptions extends TableOptions, AsyncOptions {}

/**
 * Reads a CSV or Parquet file into compact columns.
 *
 * A file that begins with "PAR1" is Parquet, every other is CSV: RFC 4180 with a header line, lines ending in LF, CRLF or
 * CR, UTF-8 (Windows-1252 if it is not valid UTF-8; `encoding` of the table says which). Every CSV column is text; an empty
 * cell is no value; empty lines are skipped. Rows that cannot be read are errors, never left out.
 *
 * CSV: O(bytes) time. Parquet: O(cells read). Memory is that of the result ({@link Table}) plus one row group's column or 2 MB.
 * @throws RangeError when the path is no readable file or a column asked for is not in it; {@link DataError} when the file
 *   is empty, cut off, damaged or of another kind; the reason of `signal` when it aborts
 * @example
 * const table = await readTable('orders.parquet', { columns: ['Customer ID', 'InvoiceDate', 'Quantity', 'Price'] })
 */
export function readTable(path: string, options: ReadTableOptions = {}): Promise<Table> {
  const { columns, ...csv } = checkCsvOptions('readTable', options)
  return withFile(path, async (file) => {
    const pace = pacer(options)
    if (file.kind === 'parquet') return readParquet(file, columns, pace)
    const reader = new CsvReader({ ...csv, name: file.name, ...(columns && { columns }) })
    await feedFile(file, reader, pace)
    return reader.table()
  })
}

/**
 * The names of a file's columns, without reading its rows.
 * @throws the same errors as {@link readTable}
 * @example
 * const roles = findColumns(await columnNames('orders.csv'))
 */
export function columnNames(path: string, options: CsvOptions & AsyncOptions = {}): Promise<string[]> {
  const { delimiter } = checkCsvOptions('columnNames', options)
  return withFile(path, async (file) => {
    if (file.kind === 'parquet') return (await readLayout(file)).columns.map((column) => column.name)
    const reader = new CsvReader({ name: file.name, headerOnly: true, columns: [], ...(delimiter && { delimiter }) })
    await feedFile(file, reader, pacer(options))
    reader.table()
    return [...reader.header!]
  })
}

/**
 * A table from CSV text that is already in memory, read as {@link readTable} reads a file. O(length).
 * @throws RangeError when a column asked for is not in it; {@link DataError} when it is empty or not well-formed
 * @example
 * readCsvText('customer,amount\na,10\nb,20\n').rowCount // 2
 */
export function readCsvText(text: string, options: TableOptions = {}): Table {
  if (typeof text !== 'string') throw typeError('readCsvText', 'text', 'be CSV text', text)
  const reader = new CsvReader({ ...checkCsvOptions('readCsvText', options), name: 'text' })
  reader.push(new TextEncoder().encode(text), true)
  return reader.table()
}

function checkCsvOptions<O extends TableOptions>(fn: string, options: O): TableOptions {
  const { delimiter, columns } = options
  if (delimiter !== undefined && (typeof delimiter !== 'string' || !/^[^"\r\n\u0080-\uffff]$/.test(delimiter))) {
    throw rangeError(fn, 'delimiter', 'be one ASCII character other than a quote or a line end', delimiter)
  }
  return { ...(delimiter !== undefined && { delimiter }), ...(columns !== undefined && { columns }) }
}
