import { checkOneOf, describeValue, rangeError, type FeatureTable, type Id, type Row } from '@clientele/core'
import { rowPlace } from './table.js'

/** How a table becomes CSV. */
export interface CsvTextOptions {
  /** What separates cells: `','` by default, `';'` or a tab. */
  readonly delimiter?: ',' | ';' | '\t'
  /**
   * What happens to text that a spreadsheet would run as a formula, because it begins with `=` `+` `-` `@` or a tab.
   * `'escape'` (default) puts an apostrophe in front, which spreadsheets take as "this is text"; `'keep'` leaves it as it is,
   * for files that only programs read. Numbers, and text that is a plain number, are never changed.
   */
  readonly formulas?: 'escape' | 'keep'
}

/** A table of features, or rows that all have the same names (a name that a row lacks is an empty cell). */
export type CsvSource = FeatureTable | readonly Row[]

/**
 * A table as CSV: a line of names, then a line for each row; cells with a delimiter, a quote or a line end are quoted, lines
 * end in CRLF (RFC 4180).
 *
 * O(cells) time; for tables that should not be in memory as text use {@link writeCsv}.
 * @throws RangeError when an option is wrong or a number is not finite
 * @example
 * csvText([{ customer: 'a', note: 'said "hi"' }]) // 'customer,note\r\na,"said ""hi"""\r\n'
 */
export function csvText(source: CsvSource, options: CsvTextOptions = {}): string {
  return [...csvPieces(source, options)].join('')
}

const PIECE = 1 << 16

/** The text of {@link csvText} in pieces of about 64 KB. */
export function* csvPieces(source: CsvSource, options: CsvTextOptions = {}): Generator<string, void> {
  const { delimiter = ',', formulas = 'escape' } = options
  checkOneOf('csvText', 'delimiter', delimiter, [',', ';', '\t'])
  checkOneOf('csvText', 'formulas', formulas, ['escape', 'keep'])
  const { names, rowCount, cell } = isRows(source) ? fromRows(source) : fromTable(source)
  const line = (cells: readonly (Id | undefined)[], row: number) => {
    const place = (column: number) => `${describeValue(names[column])} of ${rowPlace(row)}`
    const texts = cells.map((value, column) => csvCell(value, delimiter, formulas, () => place(column)))
    return `${texts.join(delimiter)}\r\n`
  }
  let piece = line(names, -1)
  for (let row = 0; row < rowCount; row++) {
    const cells = names.map((_, column) => cell(row, column))
    piece += line(cells, row)
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

interface Cells {
  readonly names: readonly string[]
  readonly rowCount: number
  readonly cell: (row: number, column: number) => Id | undefined
}

function isRows(source: CsvSource): source is readonly Row[] {
  return Array.isArray(source)
}

/** All names that any row has, in order of first appearance. */
function fromRows(rows: readonly Row[]): Cells {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    names,
    rowCount: rows.length,
    cell: (row, column) => (Object.hasOwn(rows[row]!, names[column]!) ? rows[row]![names[column]!] : undefined),
  }
}

function fromTable({ entity, index, columns }: FeatureTable): Cells {
  return {
    names: [entity, ...columns.map(({ name }) => name)],
    rowCount: index.ids.length,
    cell: (row, column) => {
      if (column === 0) return index.ids[row]
      const { values, labels } = columns[column - 1]!
      return labels === undefined ? values[row] : labels[values[row]!]
    },
  }
}

const FORMULA = /^[=+\-@\t\r]/
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/

function csvCell(value: Id | undefined, delimiter: string, formulas: 'escape' | 'keep', place: () => string): string {
  if (value === undefined) return ''
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw rangeError('csvText', place(), 'be finite', value)
    return String(value)
  }
  const isFormula = formulas === 'escape' && FORMULA.test(value) && !PLAIN_NUMBER.test(value)
  const text = isFormula ? `'${value}` : value
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
