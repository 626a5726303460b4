import {
  catalogAttribute,
  checkAllFinite,
  checkLength,
  encodeIds,
  positionOf,
  rangeError,
  typeError,
} from '@clientele/core'
import type { Id, Transactions } from '@clientele/core'

/** What is known of lines beyond the order log, or by way of its catalogue. */
export interface SourceOptions {
  /** List price of each line of the log, for all its units: what would have been paid without a discount. */
  readonly listAmount?: ArrayLike<number>
  /** Channel of each line of the log ("online", "store"); the line that opens an order tells the order's channel. */
  readonly channel?: ArrayLike<Id>
  /** Attribute of the catalogue that is the category of a product; default `'category'`. */
  readonly category?: string
}

/** Classes with names, and the class of each line or product. */
export interface Classes {
  /** Names of the classes, in order of first appearance. */
  readonly names: readonly string[]
  /** Line or product → position in `names`. */
  readonly of: Int32Array
}

/** The columns that facts are gathered from; what the log or the options do not have is `undefined`. */
export interface LineSources {
  readonly quantity: Float64Array | undefined
  readonly product: Int32Array | undefined
  readonly listAmount: Float64Array | undefined
  /** By line. */
  readonly channel: Classes | undefined
  /** By product; a product without a category has the class that is one beyond the last name. */
  readonly category: Classes | undefined
}

/**
 * The columns of a log and of options.
 * @throws TypeError or RangeError for columns that have not one element per line, bad cells, and a category that is asked for
 * but not in the catalogue
 */
export function lineSources(fn: string, orders: Transactions, options: SourceOptions): LineSources {
  return {
    quantity: orders.quantity,
    product: orders.product,
    listAmount: listAmounts(fn, orders.size, options.listAmount),
    channel: channels(fn, orders.size, options.channel),
    category: categories(fn, orders, options.category),
  }
}

function listAmounts(fn: string, size: number, column: ArrayLike<number> | undefined): Float64Array | undefined {
  if (column === undefined) return undefined
  checkColumn(fn, 'listAmount', column, size)
  checkAllFinite(fn, 'listAmount', column)
  return column instanceof Float64Array ? column : Float64Array.from(column)
}

function channels(fn: string, size: number, column: ArrayLike<Id> | undefined): Classes | undefined {
  if (column === undefined) return undefined
  checkColumn(fn, 'channel', column, size)
  const { index, codes } = encodeIds(column, 'channel', fn)
  return { names: index.ids.map(String), of: codes }
}

function checkColumn(fn: string, name: string, column: unknown, size: number): void {
  const isColumn = typeof column === 'object' && typeof (column as { length?: unknown } | null)?.length === 'number'
  if (!isColumn) throw typeError(fn, name, 'be an array or a typed array', column)
  checkLength(fn, name, column as ArrayLike<unknown>, size, 'line')
}

function categories(fn: string, { catalog, products }: Transactions, name: string | undefined): Classes | undefined {
  const attribute = catalog && catalogAttribute(catalog, name ?? 'category')
  if (catalog === undefined || products === undefined || attribute === undefined) {
    if (name === undefined) return undefined
    const known = catalog?.attributes.map((each) => JSON.stringify(each.name)).join(', ') || 'none'
    throw rangeError(fn, 'category', `be an attribute of the catalogue (${known})`, name)
  }
  const texts = products.ids.map((id) => {
    const position = catalog.products.ids === products.ids ? positionOf(products, id) : positionOf(catalog.products, id)
    const value = position < 0 ? undefined : attribute.values[position]
    return value === undefined || Number.isNaN(value) ? undefined : String(value)
  })
  const names = [...new Set(texts)].filter((text) => text !== undefined)
  const places = new Map(names.map((text, place) => [text, place]))
  return { names, of: Int32Array.from(texts, (text) => (text === undefined ? names.length : places.get(text)!)) }
}
