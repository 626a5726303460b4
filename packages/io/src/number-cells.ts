import { describeValue } from '@clientele/core'
import { DataError } from './data-error.js'
import { isMissingText, parseNumber, type DecimalMark } from './parse-number.js'
import { cellValue, placeOf, type Table, type TableColumn } from './table.js'

/** A column as one number for each row; NaN where a row has none, or one that cannot be read. */
export interface NumberCells {
  readonly values: Float64Array
  /** Whether the row's cell holds something that cannot be read. */
  readonly isBad: (row: number) => boolean
  /** The error for a row without a number. */
  readonly fault: (row: number) => DataError
}

/** Parsed labels and which of them say something else. */
interface ParsedLabels {
  readonly values: Float64Array
  readonly bad: Uint8Array
}

/**
 * Numbers of a column. Text is parsed once for each distinct text: O(rows + distinct texts).
 * @param role how errors name the column
 * @throws DataError when the column holds times
 */
export function numberCells(role: string, table: Table, column: TableColumn, decimal: DecimalMark): NumberCells {
  const subject = `${role} ${describeValue(column.name)}`
  if (column.kind === 'time') throw new DataError('cleanOrders', subject, 'hold numbers', 'times')
  const other = decimal === '.' ? ',' : '.'
  const fault = (row: number) => {
    const text = cellValue(column, row) ?? ''
    const hint = typeof text === 'string' && parseNumber(text, other) !== undefined ? ` (or decimal be "${other}")` : ''
    return new DataError('cleanOrders', `${subject} of ${placeOf(table, row)}`, `be a number${hint}`, text)
  }
  if (column.kind === 'number') {
    const { values } = column
    return { values, isBad: (row) => Math.abs(values[row]!) === Infinity, fault }
  }
  const parsed = parseLabels(column.labels, (text) => parseNumber(text, decimal))
  return { ...spread(column.codes, parsed), fault }
}

/** Reads each label once; a label that says there is no value is NaN and not bad. */
export function parseLabels(labels: readonly string[], parse: (text: string) => number | undefined): ParsedLabels {
  const values = new Float64Array(labels.length).fill(NaN)
  const bad = new Uint8Array(labels.length)
  labels.forEach((label, code) => {
    const value = parse(label)
    if (value !== undefined) values[code] = value
    else if (!isMissingText(label)) bad[code] = 1
  })
  return { values, bad }
}

/** From one value for each label to one for each row. */
export function spread(codes: Int32Array, parsed: ParsedLabels): Pick<NumberCells, 'values' | 'isBad'> {
  const values = new Float64Array(codes.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!
    values[row] = code < 0 ? NaN : parsed.values[code]!
  }
  return { values, isBad: (row) => codes[row]! >= 0 && parsed.bad[codes[row]!] === 1 }
}
