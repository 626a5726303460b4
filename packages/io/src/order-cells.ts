import { checkOneOf, checkTimeZone } from '@clientele/core'
import type { OrderLine } from './cleaning-rules.js'
import type { ColumnRole } from './column-spellings.js'
import type { ColumnRoles } from './find-columns.js'
import { idCells, type IdCells } from './id-cells.js'
import { numberCells, type NumberCells } from './number-cells.js'
import type { DecimalMark } from './parse-number.js'
import { cellValue, tableColumn, type Table } from './table.js'
import { timeCells, type TimeCells } from './time-cells.js'

/** How cells become ids, numbers and times. */
export interface CellOptions {
  /** Where clocks hang that show a time without an offset; default `'UTC'`. */
  readonly timeZone?: string
  /**
   * How dates are written, such as `'M/D/YYYY H:mm'` or `'DD.MM.YYYY'`; `'X'` and `'x'` are epoch seconds and milliseconds.
   * By default ISO 8601, or else the one format of spreadsheets that all dates of the column fit.
   */
  readonly dateFormat?: string
  /** The decimal mark of numbers in text, default `'.'`. */
  readonly decimal?: DecimalMark
}

/** Roles whose cells are ids. */
export type IdRole = 'customer' | 'order' | 'product'
type NumberRole = 'quantity' | 'price' | 'amount'
type TextRole = 'description' | 'category' | 'country'

/** The cells of a table by role; a column is read when it is first asked for, and then kept. */
export interface OrderCells {
  has(role: ColumnRole): boolean
  ids(role: IdRole): IdCells
  numbers(role: NumberRole): NumberCells
  times(): TimeCells
  /** Row → text, `undefined` where there is none or only blanks. */
  text(role: TextRole): (row: number) => string | undefined
}

/**
 * The cells of a table, ready to be read by role.
 * @throws RangeError or TypeError when an option is wrong
 */
export function orderCells(table: Table, roles: ColumnRoles, options: CellOptions): OrderCells {
  const { timeZone = 'UTC', dateFormat, decimal = '.' } = options
  checkTimeZone('cleanOrders', timeZone)
  checkOneOf('cleanOrders', 'decimal', decimal, ['.', ','])
  const columnOf = (role: ColumnRole) => tableColumn(table, roles[role]!)
  const ids = remembered((role: IdRole) => {
    if (role === 'customer') return idCells(role, columnOf(role))
    return idCells(role, columnOf(role), (text) => text.trim() === '')
  })
  const numbers = remembered((role: NumberRole) => numberCells(role, table, columnOf(role), decimal))
  const times = remembered((role: 'time') =>
    timeCells(table, columnOf(role), { timeZone, ...(dateFormat !== undefined && { dateFormat }) }),
  )
  return {
    has: (role) => roles[role] !== undefined,
    ids,
    numbers,
    times: () => times('time'),
    text: (role) => {
      const column = columnOf(role)
      return (row) => {
        const value = cellValue(column, row)
        return value === null || String(value).trim() === '' ? undefined : String(value)
      }
    },
  }
}

function remembered<R extends string, C>(read: (role: R) => C): (role: R) => C {
  const known = new Map<R, C>()
  return (role) => {
    const cells = known.get(role) ?? read(role)
    known.set(role, cells)
    return cells
  }
}

type MutableLine = { -readonly [F in keyof OrderLine]: OrderLine[F] }

/**
 * A reader that fills one line object with what the roles say of a row, the same object each time.
 *
 * Reading throws when a cell that is asked for holds something that cannot be read.
 */
export function lineReader(cells: OrderCells, roles: readonly ColumnRole[]): (row: number) => OrderLine {
  const line: MutableLine = {
    customer: undefined,
    order: undefined,
    product: undefined,
    description: undefined,
    category: undefined,
    country: undefined,
    time: NaN,
    quantity: NaN,
    price: NaN,
    amount: NaN,
  }
  const fills = roles.map((role) => fieldReader(cells, role, line))
  return (row) => {
    for (const fill of fills) fill(row)
    return line
  }
}

function fieldReader(cells: OrderCells, role: ColumnRole, line: MutableLine): (row: number) => void {
  if (role === 'customer' || role === 'order' || role === 'product') {
    const { codes, ids } = cells.ids(role)
    return (row) => (line[role] = ids[codes[row]!])
  }
  if (role === 'description' || role === 'category' || role === 'country') {
    const text = cells.text(role)
    return (row) => (line[role] = text(row))
  }
  const { values, isBad, fault } = role === 'time' ? cells.times() : cells.numbers(role)
  return (row) => {
    if (isBad(row)) throw fault(row)
    line[role] = values[row]!
  }
}
