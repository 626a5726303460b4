import { instant, timeOf, type Instant } from './calendar.js'
import { checkLength, checkNumber, typeError } from './checks.js'
import { encodeColumn, type Id } from './id-index.js'
import { checkTimeZone } from './time-zone.js'
import type { TransactionOptions, Transactions } from './transactions.js'
import { LAST_TIME } from './wall-time.js'

/** An order log as columns: arrays or typed arrays of equal length, one element per line. */
export interface TransactionColumns<C extends Id = Id, P extends Id = Id, O extends Id = Id> {
  /** Who bought. */
  readonly customer: ArrayLike<C>
  /** When: epoch milliseconds, dates or ISO 8601 text. */
  readonly time: ArrayLike<Instant>
  /** Money of the whole line; refunds are negative. */
  readonly amount: ArrayLike<number>
  /** What was bought. */
  readonly product?: ArrayLike<P>
  /** The order (invoice) that the line belongs to. */
  readonly order?: ArrayLike<O>
  /** Units. */
  readonly quantity?: ArrayLike<number>
}

/** How an order log is made of columns. */
export interface ColumnOptions extends TransactionOptions {
  /**
   * Whether columns of doubles (`Float64Array`: times, money, units) are copied; default true. Kept as they are, they take no memory
   * and next to no time, and must not be written to afterwards.
   */
  readonly copy?: boolean
}

/**
 * An order log from columns of equal length.
 *
 * Every line is kept; one that cannot be read is an error that names the cell. O(lines) time and, beside the distinct ids, 4 bytes a
 * line for each column of ids and 8 for each other one, unless it is kept (`copy: false`). Integers in a narrow range are the fastest
 * ids, epoch milliseconds the fastest times.
 * @throws RangeError when columns differ in length, a number is not finite, a time is not real or the zone is unknown;
 *   TypeError for a missing column, a cell of the wrong type ("transactionsFromColumns: customer[17] must be …"), or a `copy` that is
 *   neither true nor false
 * @example transactionsFromColumns({ customer: ['a', 'b'], time: ['2024-01-05', '2024-01-09'], amount: [10, 20] })
 */
export function transactionsFromColumns<C extends Id = Id, P extends Id = Id, O extends Id = Id>(
  columns: TransactionColumns<C, P, O>,
  options: ColumnOptions = {},
): Transactions<C, P, O> {
  if (options.copy !== undefined && typeof options.copy !== 'boolean') {
    throw typeError('transactionsFromColumns', 'copy', 'be true or false', options.copy)
  }
  return orderLog(columns, options, 'transactionsFromColumns', (name, i) => `${name}[${i}]`)
}

/** The order log of columns, for a caller that has its own words for a cell. */
export function orderLog<C extends Id, P extends Id, O extends Id>(
  columns: TransactionColumns<C, P, O>,
  { timeZone = 'UTC', copy = true }: ColumnOptions,
  fn: string,
  cellName: (column: string, i: number) => string,
): Transactions<C, P, O> {
  checkTimeZone(fn, timeZone)
  const { customer, time, amount, product, order, quantity } = columns
  const size = checkColumns(fn, { customer, time, amount }, { product, order, quantity })
  const ids = <I extends Id>(name: string, column: ArrayLike<I>) => encodeColumn(column, fn, (i) => cellName(name, i))
  const numbers = (name: string, column: ArrayLike<number>) => numberColumn(column, copy, fn, (i) => cellName(name, i))
  const customers = ids('customer', customer)
  const products = product && ids('product', product)
  const orders = order && ids('order', order)
  return {
    size,
    customers: customers.index,
    customer: customers.codes,
    time: timeColumn(time, timeZone, copy, fn, (i) => cellName('time', i)),
    amount: numbers('amount', amount),
    ...(products && { products: products.index, product: products.codes }),
    ...(orders && { orders: orders.index, order: orders.codes }),
    ...(quantity && { quantity: numbers('quantity', quantity) }),
  }
}

type Columns = Readonly<Record<string, ArrayLike<unknown> | undefined>>

/** Returns the number of lines, which is the same for every column. */
function checkColumns(fn: string, required: Columns, optional: Columns): number {
  const given = Object.entries(optional).filter(([, column]) => column !== undefined)
  const all = [...Object.entries(required), ...given] as [string, ArrayLike<unknown>][]
  for (const [name, column] of all) {
    const isColumn = typeof column === 'object' && typeof (column as { length?: unknown } | null)?.length === 'number'
    if (!isColumn) throw typeError(fn, name, 'be an array or a typed array', column)
    checkLength(fn, name, column, all[0]![1].length, 'line')
  }
  return all[0]![1].length
}

function timeColumn(
  column: ArrayLike<Instant>,
  timeZone: string,
  copy: boolean,
  fn: string,
  cellName: (i: number) => string,
): Float64Array {
  const good = goodDoubles(column, LAST_TIME, copy)
  if (good !== undefined) return good
  const times = new Float64Array(column.length)
  for (let i = 0; i < times.length; i++) {
    const cell = column[i]!
    const isTime = typeof cell === 'number' && Math.abs(cell) <= LAST_TIME
    times[i] = isTime ? cell : (timeOf(cell, timeZone) ?? instant(cell, timeZone, fn, cellName(i)))
  }
  return times
}

function numberColumn(
  column: ArrayLike<number>,
  copy: boolean,
  fn: string,
  cellName: (i: number) => string,
): Float64Array {
  const good = goodDoubles(column, Number.MAX_VALUE, copy)
  if (good !== undefined) return good
  const numbers = new Float64Array(column.length)
  for (let i = 0; i < numbers.length; i++) {
    if (!Number.isFinite(column[i])) checkNumber(fn, cellName(i), column[i])
    numbers[i] = column[i]!
  }
  return numbers
}

/** A column of doubles that all lie between -most and most, or its copy; `undefined` for others, whose bad cell a slower loop names. */
function goodDoubles(column: ArrayLike<unknown>, most: number, copy: boolean): Float64Array | undefined {
  if (!(column instanceof Float64Array)) return undefined
  const values = copy ? new Float64Array(column) : column
  for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]!) <= most)) return undefined
  return values
}
