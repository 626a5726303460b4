import type { Instant } from './calendar.js'
import { attributeOf, type Catalog } from './catalog.js'
import { typeError } from './checks.js'
import { factReader, fieldReader, rowList, type Fact, type Field } from './fields.js'
import type { Id, IdIndex } from './id-index.js'
import { orderLog } from './transactions-from-columns.js'

/**
 * An order log as flat columns, one element per line (a product in an order). Customers, products and orders are dense
 * integers into their index. Plain data: survives `structuredClone` and `postMessage`.
 */
export interface Transactions<C extends Id = Id, P extends Id = Id, O extends Id = Id> {
  /** Number of lines. */
  readonly size: number
  /** The customers, in order of first appearance. */
  readonly customers: IdIndex<C>
  /** Line → position in `customers`. */
  readonly customer: Int32Array
  /** Line → epoch milliseconds. */
  readonly time: Float64Array
  /** Line → money of the line (units × price), in the shop's currency; refunds are negative. */
  readonly amount: Float64Array
  /** The products, in order of first appearance; like `product` only there when lines name one. */
  readonly products?: IdIndex<P>
  /** Line → position in `products`. */
  readonly product?: Int32Array
  /** The orders (invoices), in order of first appearance; like `order` only there when lines name one. */
  readonly orders?: IdIndex<O>
  /** Line → position in `orders`. */
  readonly order?: Int32Array
  /** Line → units. */
  readonly quantity?: Float64Array
  /** What is known of the products; facts are looked up by id, so it may cover more or fewer products than `products`. */
  readonly catalog?: Catalog<P>
}

/** Which field of a row is what. */
export interface TransactionFields<R, C extends Id, P extends Id, O extends Id> {
  /** Who bought. */
  readonly customer: Field<R, C>
  /** When: epoch milliseconds, a date or ISO 8601 text. */
  readonly time: Field<R, Instant>
  /** Money of the whole line; refunds are negative. */
  readonly amount: Field<R, number>
  /** What was bought. */
  readonly product?: Field<R, P>
  /** The order (invoice) that the line belongs to. */
  readonly order?: Field<R, O>
  /** Units. */
  readonly quantity?: Field<R, number>
  /**
   * Facts of products for the catalogue, by attribute name. A product's first line that has the fact gives it; `null`,
   * `undefined` and NaN are no facts.
   */
  readonly productAttributes?: Readonly<Record<string, Field<R, Fact>>>
}

/** How orders are read. */
export interface TransactionOptions {
  /** IANA name of the zone whose clocks wrote the times that have no offset; default `'UTC'`. */
  readonly timeZone?: string
}

/**
 * An order log from rows, with a field name or accessor for each column.
 *
 * Every row is kept; one that cannot be read is an error that names it. O(rows) time and 36 bytes a line beside the distinct
 * ids, as much again while reading.
 * @throws RangeError for a number that is not finite, a time that is not real or an unknown zone; TypeError for a field that
 *   is neither a name nor a function and for a cell of the wrong type. Cells are named by row and column
 *   ("transactions: rows[17].time must be …")
 * @example
 * const orders = transactions(rows, { customer: 'customerId', time: (row) => row.paidAt, amount: 'total', product: 'sku' })
 */
export function transactions<R, C extends Id = Id, P extends Id = Id, O extends Id = Id>(
  rows: Iterable<R>,
  fields: TransactionFields<R, C, P, O>,
  options: TransactionOptions = {},
): Transactions<C, P, O> {
  const all = rowList('transactions', rows)
  const column = <V>(name: string, field: Field<R, V>): V[] =>
    all.map(fieldReader<R, V>('transactions', `fields.${name}`, field))
  const { product, order, quantity, productAttributes } = fields
  const log = orderLog<C, P, O>(
    {
      customer: column('customer', fields.customer),
      time: column('time', fields.time),
      amount: column('amount', fields.amount),
      ...(product !== undefined && { product: column('product', product) }),
      ...(order !== undefined && { order: column('order', order) }),
      ...(quantity !== undefined && { quantity: column('quantity', quantity) }),
    },
    options,
    'transactions',
    (name, i) => `rows[${i}].${name}`,
  )
  return productAttributes === undefined ? log : withCatalog(log, all, productAttributes)
}

function withCatalog<R, C extends Id, P extends Id, O extends Id>(
  log: Transactions<C, P, O>,
  rows: readonly R[],
  attributes: NonNullable<TransactionFields<R, C, P, O>['productAttributes']>,
): Transactions<C, P, O> {
  const { products, product } = log
  if (products === undefined || product === undefined) {
    throw typeError('transactions', 'fields.product', 'be given when productAttributes are', undefined)
  }
  const columns = Object.entries(attributes).map(([name, field]) => {
    const read = factReader('transactions', `fields.productAttributes.${name}`, name, field)
    const facts = new Array<string | number | undefined>(products.ids.length).fill(undefined)
    rows.forEach((row, i) => {
      if (facts[product[i]!] === undefined) facts[product[i]!] = read(row, i)
    })
    return attributeOf(name, facts)
  })
  return { ...log, catalog: { products, attributes: columns } }
}
