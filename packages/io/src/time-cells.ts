import { describeValue, fromWallTime, parseIsoTime } from '@clientele/core'
import { DataError } from './data-error.js'
import { dateParser, type DateParser } from './date-format.js'
import { inferDateFormats } from './infer-date-format.js'
import { parseLabels, spread, type NumberCells } from './number-cells.js'
import { isMissingText } from './parse-number.js'
import {
  FARTHEST,
  cellValue,
  placeOf,
  type NumberColumn,
  type Table,
  type TableColumn,
  type TextColumn,
  type TimeColumn,
} from './table.js'

/** How times are read. */
export interface TimeOptions {
  /** Where clocks hang that show a time without an offset. */
  readonly timeZone: string
  /** How texts (or numbers) are to be read; without it ISO 8601, or what all texts of the column agree on. */
  readonly dateFormat?: string
}

/** A column as epoch milliseconds for each row, and the format that its texts were found to have. */
export interface TimeCells extends NumberCells {
  readonly dateFormat?: string
}

/** What is shown of a column whose dates cannot be told apart. */
const EXAMPLES = 'ISO 8601 (2011-12-10), or dateFormat must say how it is written ("M/D/YYYY H:mm", "DD.MM.YYYY")'

/**
 * Times of a column. Text is parsed once for each distinct text: O(rows + distinct texts).
 * @throws RangeError when `dateFormat` is no format; DataError when texts could be day and month or month and day, or the
 *   column holds numbers and no format says what they count
 */
export function timeCells(table: Table, column: TableColumn, options: TimeOptions): TimeCells {
  const subject = `time ${describeValue(column.name)}`
  const rule = options.dateFormat === undefined ? `be a date in ${EXAMPLES}` : `be a date like "${options.dateFormat}"`
  const fault = (row: number) =>
    new DataError('cleanOrders', `${subject} of ${placeOf(table, row)}`, rule, cellValue(column, row) ?? '')
  if (column.kind === 'time') return { ...fromTimes(column, options.timeZone), fault }
  if (column.kind === 'number') return { ...fromNumbers(subject, column, options), fault }
  const { parse, dateFormat } = textParser(subject, column, options)
  const cells = { ...spread(column.codes, parseLabels(column.labels, parse)), fault }
  return dateFormat === undefined ? cells : { ...cells, dateFormat }
}

function fromTimes({ values, local }: TimeColumn, timeZone: string): Omit<NumberCells, 'fault'> {
  const isBad = (row: number) => Math.abs(values[row]!) > FARTHEST
  if (!local || timeZone === 'UTC') return { values, isBad }
  return { values: values.map((wall) => (Number.isNaN(wall) ? NaN : fromWallTime(wall, timeZone))), isBad }
}

/** Numbers are read as the text they would be in a CSV file: 20101201 with "YYYYMMDD", 1291191960 with "X". */
function fromNumbers(subject: string, column: NumberColumn, options: TimeOptions): Omit<NumberCells, 'fault'> {
  if (options.dateFormat === undefined) {
    const rule = 'hold dates, or dateFormat must say what its numbers are ("X": epoch seconds, "x": milliseconds)'
    throw new DataError(
      'cleanOrders',
      subject,
      rule,
      column.values.find((value) => !Number.isNaN(value)),
    )
  }
  const parse = dateParser('cleanOrders', options.dateFormat, options.timeZone)
  const values = column.values.map((value) => (Number.isNaN(value) ? NaN : (parse(String(value)) ?? NaN)))
  return { values, isBad: (row) => Number.isNaN(values[row]!) && !Number.isNaN(column.values[row]!) }
}

function textParser(
  subject: string,
  { labels }: TextColumn,
  { dateFormat, timeZone }: TimeOptions,
): { readonly parse: DateParser; readonly dateFormat?: string } {
  if (dateFormat !== undefined) return { parse: dateParser('cleanOrders', dateFormat, timeZone), dateFormat }
  const parse: DateParser = (text) => parseIsoTime(isoForm(text), timeZone)
  const known = labels.filter((label) => !isMissingText(label))
  if (known.every((label) => parse(label) !== undefined)) return { parse }
  const [format, second] = inferDateFormats(known, timeZone)
  if (format === undefined) return { parse }
  if (second !== undefined) {
    const rule = `come with a dateFormat, as all its dates could be "${format}" or "${second}"`
    throw new DataError('cleanOrders', subject, rule, known[0])
  }
  return { parse: dateParser('cleanOrders', format, timeZone), dateFormat: format }
}

/** Shops and warehouses write a blank before the offset: "2024-01-05 10:00:00 -0500", "2024-01-05 10:00:00 UTC". */
function isoForm(text: string): string {
  return text.trim().replace(/ (?:(?:UTC|Z)$|([+-]\d{2}:?\d{2})$)/, (_, offset: string | undefined) => offset ?? 'Z')
}
