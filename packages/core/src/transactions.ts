import { instant, type Instant } from './calendar.js'
import type { Catalog, CatalogAttribute } from './catalog.js'
import { checkLength, rangeError, typeError } from './checks.js'
import { encodeIds, type Id, type IdIndex } from './id-index.js'

/**
 * An order log as flat columns, one element per line (a product in an order). Customers, products and orders are dense
 * integers into their index. Plain data: survives `structuredClone` and `postMessage`.
 */
export interface Transactions<C extends Id = Id, P extends Id = Id, O extends Id = Id> {
  /** Number of lines. */
  readonly size: number
  readonly customers: IdIndex<C>
  /** Line → position in `customers`. */
  readonly customer: Int32Array
  /** Line → epoch milliseconds. */
  readonly time: Float64Array
  /** Line → money of the line (units × price), in the shop's currency; refunds are negative. */
  readonly amount: Float64Array
  readonly products?: IdIndex<P>
  /** Line → position in `products`. */
  readonly product?: Int32Array
  readonly orders?: IdIndex<O>
  /** Line → position in `orders`. */
  readonly order?: Int32Array
  /** Line → units. */
  readonly quantity?: Float64Array
  readonly catalog?: Catalog<P>
}

/** An order log as columns of equal length; `time` may be epoch milliseconds, dates or ISO text. */
export interface TransactionColumns<C extends Id = Id, P extends Id = Id, O extends Id = Id> {
  readonly customer: ArrayLike<C>
  readonly time: ArrayLike<Instant>
  readonly amount: ArrayLike<number>
  readonly product?: ArrayLike<P>
  readonly order?: ArrayLike<O>
  readonly quantity?: ArrayLike<number>
}

/** Where a field of a row comes from: the name of a property, or a function of the row. */
export type Field<R, V> = (keyof R & string) | ((row: R) => V)

/** Which field of a row is what. `amount` is the money of the whole line. */
export interface TransactionFields<R, C extends Id, P extends Id, O extends Id> {
  readonly customer: Field<R, C>
  readonly time: Field<R, Instant>
  readonly amount: Field<R, number>
  readonly product?: Field<R, P>
  readonly order?: Field<R, O>
  readonly quantity?: Field<R, number>
  /** Facts of products for the catalogue, by attribute name: a product's first line that has the fact gives it. */
  readonly productAttributes?: Readonly<Record<string, Field<R, string | number | undefined>>>
}

/** How orders are read. */
export interface TransactionOptions {
  /** Where a day begins for times written without an offset; default `'UTC'`. */
  readonly timeZone?: string
}

/**
 * An order log from rows, with a field name or accessor for each column.
 *
 * Every row is kept; a row that cannot be read is an error that names it. O(rows) time, about 40 bytes a line.
 * @throws RangeError or TypeError for a bad cell, named by row ("time of rows[17]")
 * @example
 * const orders = transactions(rows, { customer: 'customerId', time: (row) => row.paidAt, amount: 'total', product: 'sku' })
 */
export function transactions<R, C extends Id = Id, P extends Id = Id, O extends Id = Id>(
  rows: Iterable<R>,
  fields: TransactionFields<R, C, P, O>,
  options: TransactionOptions = {},
): Transactions<C, P, O> {
  const all = Array.isArray(rows) ? (rows as R[]) : Array.from(rows)
  const columnOf = <V>(name: string, field: Field<R, V>): V[] => {
    const read = reader<R, V>(name, field)
    return all.map((row) => read(row))
  }
  const optional = <V>(name: string, field: Field<R, V> | undefined) =>
    field === undefined ? undefined : columnOf(name, field)
  const product = optional('product', fields.product)
  const order = optional('order', fields.order)
  const quantity = optional('quantity', fields.quantity)
  const log = transactionsFromColumns<C, P, O>(
    {
      customer: columnOf('customer', fields.customer),
      time: columnOf('time', fields.time),
      amount: columnOf('amount', fields.amount),
      ...(product && { product }),
      ...(order && { order }),
      ...(quantity && { quantity }),
    },
    options,
  )
  return fields.productAttributes === undefined ? log : withCatalog(log, all, fields.productAttributes)
}

function reader<R, V>(name: string, field: Field<R, V>): (row: R) => V {
  if (typeof field === 'function') return field
  if (typeof field === 'string') return (row) => row[field] as V
  throw typeError('transactions', `fields.${name}`, 'be a field name or a function of the row', field)
}

/**
 * An order log from columns of equal length.
 *
 * O(lines) time; typed arrays of small integers as ids are the fastest way in.
 * @throws RangeError when columns differ in length or a number is not finite; TypeError for a missing id
 * @example transactionsFromColumns({ customer: ['a', 'b'], time: ['2024-01-05', '2024-01-09'], amount: [10, 20] })
 */
export function transactionsFromColumns<C extends Id = Id, P extends Id = Id, O extends Id = Id>(
  columns: TransactionColumns<C, P, O>,
  { timeZone = 'UTC' }: TransactionOptions = {},
): Transactions<C, P, O> {
  const size = columns.customer.length
  for (const [name, column] of Object.entries(columns) as [string, ArrayLike<unknown> | undefined][]) {
    if (column !== undefined) checkLength('transactions', name, column, size, 'line')
  }
  const customers = encodeIds(columns.customer, 'customer')
  const products = columns.product && encodeIds(columns.product, 'product')
  const orders = columns.order && encodeIds(columns.order, 'order')
  return {
    size,
    customers: customers.index,
    customer: customers.codes,
    time: times(columns.time, timeZone),
    amount: numbers('amount', columns.amount),
    ...(products && { products: products.index, product: products.codes }),
    ...(orders && { orders: orders.index, order: orders.codes }),
    ...(columns.quantity && { quantity: numbers('quantity', columns.quantity) }),
  }
}

function times(column: ArrayLike<Instant>, timeZone: string): Float64Array {
  const time = new Float64Array(column.length)
  for (let i = 0; i < time.length; i++) {
    const value = column[i]!
    time[i] =
      typeof value === 'number' && Number.isFinite(value)
        ? value
        : instant(value, timeZone, 'transactions', `time[${i}]`)
  }
  return time
}

function numbers(name: string, column: ArrayLike<number>): Float64Array {
  const values = new Float64Array(column.length)
  for (let i = 0; i < values.length; i++) {
    const value: unknown = column[i]
    if (typeof value !== 'number') throw typeError('transactions', `${name}[${i}]`, 'be a number', value)
    if (!Number.isFinite(value)) throw rangeError('transactions', `${name}[${i}]`, 'be finite', value)
    values[i] = value
  }
  return values
}

function withCatalog<R, C extends Id, P extends Id, O extends Id>(
  log: Transactions<C, P, O>,
  rows: readonly R[],
  attributes: Readonly<Record<string, Field<R, string | number | undefined>>>,
): Transactions<C, P, O> {
  const { products, product } = log
  if (products === undefined || product === undefined) {
    throw typeError('transactions', 'fields.product', 'be given when productAttributes are', undefined)
  }
  const columns = Object.entries(attributes).map(([name, field]) => {
    const read = reader<R, string | number | undefined>(`productAttributes.${name}`, field)
    const facts = new Array<string | number | undefined>(products.ids.length).fill(undefined)
    rows.forEach((row, line) => (facts[product[line]!] ??= read(row) ?? undefined))
    return attributeOf(name, facts)
  })
  return { ...log, catalog: { products, attributes: columns } }
}

/** A catalogue attribute from one value per product: numbers where all known values are numbers, otherwise text. */
export function attributeOf(name: string, facts: readonly (string | number | undefined)[]): CatalogAttribute {
  const known = facts.filter((fact) => fact !== undefined)
  if (known.length > 0 && known.every((fact) => typeof fact === 'number')) {
    return { name, kind: 'number', values: Float64Array.from(facts, (fact) => (fact as number | undefined) ?? NaN) }
  }
  return { name, kind: 'text', values: facts.map((fact) => (fact === undefined ? undefined : String(fact))) }
}
