import { describeValue, rangeError } from '@clientele/core'

/**
 * A file's rows as compact columns: typed arrays and, for text, codes into a list of distinct labels. Plain data that
 * survives `structuredClone`; about 4 bytes a row for a text column, 8 for numbers and times.
 */
export interface Table {
  /** The file's name without its folder, or what the caller called it. */
  readonly name: string
  /** Number of rows. */
  readonly rowCount: number
  /** In the order of the file, or as chosen. */
  readonly columns: readonly TableColumn[]
  /** CSV only: row → the line of the file on which it begins, the first line being 1. */
  readonly lines?: Int32Array
  /** CSV only: how bytes became text; Windows-1252 when the file is not valid UTF-8. */
  readonly encoding?: 'utf-8' | 'windows-1252'
}

/** One column of a {@link Table}. */
export type TableColumn = TextColumn | NumberColumn | TimeColumn

/** Text as codes: row r holds `labels[codes[r]]`, or nothing when the code is -1 (no value, or an empty text). */
export interface TextColumn {
  /** The column's name in the file. */
  readonly name: string
  /** Tells the kinds of columns apart. */
  readonly kind: 'text'
  /** Row → position in `labels`, or -1. */
  readonly codes: Int32Array
  /** Distinct texts in order of first appearance. */
  readonly labels: readonly string[]
}

/** Numbers; NaN where a row has none. */
export interface NumberColumn {
  /** The column's name in the file. */
  readonly name: string
  /** Tells the kinds of columns apart. */
  readonly kind: 'number'
  /** Row → number. */
  readonly values: Float64Array
}

/** Moments in epoch milliseconds; NaN where a row has none. */
export interface TimeColumn {
  /** The column's name in the file. */
  readonly name: string
  /** Tells the kinds of columns apart. */
  readonly kind: 'time'
  /** Row → epoch milliseconds. */
  readonly values: Float64Array
  /** True when the file stores clock time without a zone; `values` are then that clock time as if it were UTC. */
  readonly local: boolean
}

/** A row as people and JSON read it: times as ISO text, nothing as `null`. */
export type TableRow = Record<string, string | number | null>

/**
 * A column by name. O(columns).
 * @throws RangeError when there is none; the message lists those there are
 * @example tableColumn(table, 'Quantity').kind // 'number'
 */
export function tableColumn(table: Table, name: string): TableColumn {
  const column = table.columns.find((each) => each.name === name)
  if (column === undefined) {
    throw rangeError('tableColumn', 'name', `be a column of the table (${nameList(namesOf(table))})`, name)
  }
  return column
}

/** Names of a table's columns, in its order. */
export function namesOf(table: Table): string[] {
  return table.columns.map((column) => column.name)
}

/**
 * One row as an object, for people and JSON; a column named `__proto__` becomes an ordinary property. O(columns).
 * @param row position of the row, from 0
 * @example tableRow(table, 0) // { Invoice: '489434', Quantity: 12, InvoiceDate: '2009-12-01T07:45:00.000Z' }
 */
export function tableRow(table: Table, row: number): TableRow {
  return Object.fromEntries(table.columns.map((column) => [column.name, cellValue(column, row)]))
}

/** One cell as {@link tableRow} shows it. */
export function cellValue(column: TableColumn, row: number): string | number | null {
  if (column.kind === 'text') return column.labels[column.codes[row]!] ?? null
  const value = column.values[row]!
  if (Number.isNaN(value)) return null
  return column.kind === 'number' ? value : isoText(value)
}

/** The longest time that a `Date` can hold, in milliseconds to either side of 1970. */
export const FARTHEST = 8.64e15

function isoText(time: number): string | number {
  return Math.abs(time) <= FARTHEST ? new Date(time).toISOString() : time
}

/** Where a row of a table stands in the file, for error messages. */
export function placeOf(table: Table, row: number): string {
  return rowPlace(row, table.lines?.[row])
}

/** "row 17 (line 18)": a row, given from 0, and its line, both shown counted from 1. */
export function rowPlace(row: number, line?: number): string {
  return line === undefined ? `row ${row + 1}` : `row ${row + 1} (line ${line})`
}

const MOST_NAMES_LISTED = 30

/** Names of columns for an error message, quoted so that hostile names stay inert, at most thirty of them. */
export function nameList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES_LISTED).map(describeValue)
  if (names.length > shown.length) shown.push(`and ${names.length - shown.length} more`)
  return shown.join(', ')
}
