import {
  checkLength,
  checkNumber,
  dense,
  rangeError,
  type Dense,
  type DenseInput,
  type FeatureTable,
} from '@clientele/core'
import { LARGEST_CELL } from '../check-points.js'

/** What a scaler is fitted on and applied to: rows of numbers, a `Dense`, or a table of features. */
export type Features = DenseInput | FeatureTable

/** Which features a scaler is about. */
export interface ColumnChoice {
  /**
   * Names of columns of the table, in the order that the scaler keeps. Default: all that hold numbers; columns with labels,
   * such as a segment's name, stay as they are. Not for rows without names.
   */
  readonly columns?: readonly string[]
}

/** Features column by column. */
export interface FeatureColumns {
  /** The name of each column; `undefined` for rows without names. */
  readonly names: readonly string[] | undefined
  readonly rows: number
  readonly columns: readonly Float64Array[]
  /** How an error names a cell. */
  readonly cell: (column: number, row: number) => string
}

/** Whether features came as a table. */
export function isTable(features: Features): features is FeatureTable {
  return Array.isArray((features as FeatureTable | undefined)?.columns)
}

/**
 * The chosen columns of at least one row, to learn from; throws in the name of `fn` for a cell that is not a number within
 * ±1e100, ragged rows, no rows, no columns, or a column that is unknown, named twice or has labels.
 */
export function columnsToFit(fn: string, features: Features, { columns }: ColumnChoice = {}): FeatureColumns {
  const read = isTable(features)
    ? columnsOfTable(fn, features, columns ?? namesOfNumbers(features))
    : columnsOfRows(fn, features, columns)
  if (read.rows === 0) throw rangeError(fn, isTable(features) ? 'table' : 'points', 'have at least one row', features)
  read.columns.forEach((values, column) => {
    for (let row = 0; row < values.length; row++) {
      if (Math.abs(values[row]!) <= LARGEST_CELL) continue
      checkNumber(fn, read.cell(column, row), values[row], { min: -LARGEST_CELL, max: LARGEST_CELL })
    }
  })
  return read
}

function namesOfNumbers({ columns }: FeatureTable): string[] {
  return columns.filter(({ labels }) => labels === undefined).map(({ name }) => name)
}

function columnsOfRows(fn: string, points: DenseInput, names: unknown): FeatureColumns {
  if (names !== undefined) throw rangeError(fn, 'columns', 'be left out for rows without names', names)
  const matrix = dense(points, fn)
  if (matrix.rows > 0 && matrix.columns === 0) throw rangeError(fn, 'points', 'have at least one column', points)
  return { names: undefined, rows: matrix.rows, columns: splitColumns(matrix), cell: (c, r) => `points[${r}][${c}]` }
}

function splitColumns({ rows, columns, values }: Dense): Float64Array[] {
  const split = Array.from({ length: columns }, () => new Float64Array(rows))
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) split[column]![row] = values[at++]!
  }
  return split
}

/** Named columns of a table, one number per row each, every cell finite; throws in the name of `fn` otherwise. */
export function columnsOfTable(fn: string, table: FeatureTable, names: readonly string[]): FeatureColumns {
  if (!isList(names) || names.length === 0) {
    throw rangeError(fn, 'columns', 'name at least one column of numbers', names)
  }
  const rows = table.index.ids.length
  const cell = (column: number, row: number) => `table column ${JSON.stringify(names[column])}[${row}]`
  const columns = names.map((name, at) => {
    if (names.indexOf(name) < at) throw rangeError(fn, `columns[${at}]`, 'be named once', name)
    const { values } = numberColumn(fn, table, name, `columns[${at}]`)
    checkLength(fn, `table column ${JSON.stringify(name)}`, values, rows, 'row')
    for (let row = 0; row < rows; row++) {
      if (!Number.isFinite(values[row])) checkNumber(fn, cell(at, row), values[row])
    }
    return Float64Array.from(values)
  })
  return { names, rows, columns, cell }
}

function numberColumn(fn: string, table: FeatureTable, name: string, argument: string) {
  const column = table.columns.find((each) => each.name === name)
  if (column === undefined) {
    const known = table.columns.map((each) => JSON.stringify(each.name)).join(', ') || 'none'
    throw rangeError(fn, argument, `be a column of the table (${known})`, name)
  }
  if (column.labels !== undefined) throw rangeError(fn, argument, 'be a column of numbers, not of labels', name)
  return column
}

function isList(names: unknown): boolean {
  return Array.isArray(names)
}
