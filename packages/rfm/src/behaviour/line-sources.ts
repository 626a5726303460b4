import {
  catalogAttribute,
  checkAllFinite,
  checkIndices,
  checkLength,
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

/** Channels with names, and the channel of each line. */
export interface Channels {
  /** Names of the channels, in order of first appearance. */
  readonly names: readonly string[]
  /** Line → position in `names`. */
  readonly at: (line: number) => number
}

/** Categories with names, and the category of each product. */
export interface Categories {
  /** Names of the categories, in order of first appearance. */
  readonly names: readonly string[]
  /** Product → position in `names`; one beyond the last for a product without a category. */
  readonly of: Int32Array
}

/** The columns that facts are gathered from; what the log or the options do not have is `undefined`. */
export interface LineSources {
  readonly quantity: Float64Array | undefined
  readonly product: Int32Array | undefined
  readonly listAmount: ArrayLike<number> | undefined
  readonly channel: Channels | undefined
  readonly category: Categories | undefined
}

/** The name of one of them. */
export type Source = keyof LineSources

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

/**
 * Throws unless the cells that some sources read from a log made by hand are units and products; those of options are checked
 * already.
 * @throws TypeError or RangeError that names the cell
 */
export function checkCells(fn: string, { quantity, product, products }: Transactions, used: readonly Source[]): void {
  if (quantity !== undefined && used.includes('quantity')) checkAllFinite(fn, 'orders.quantity', quantity)
  if (product !== undefined && (used.includes('product') || used.includes('category'))) {
    checkIndices(fn, 'orders.product', product, products?.ids.length ?? 0)
  }
}

function listAmounts(fn: string, size: number, column: ArrayLike<number> | undefined): ArrayLike<number> | undefined {
  if (column === undefined) return undefined
  checkColumn(fn, 'listAmount', column, size)
  checkAllFinite(fn, 'listAmount', column)
  return column
}

/** Channels are looked up when they are needed, once for each order, so that no list as long as the log is held. */
function channels(fn: string, size: number, column: ArrayLike<Id> | undefined): Channels | undefined {
  if (column === undefined) return undefined
  checkColumn(fn, 'channel', column, size)
  const names: string[] = []
  const places = new Map<Id, number>()
  for (let line = 0; line < size; line++) {
    const id = column[line]!
    if ((line > 0 && id === column[line - 1]) || places.has(id)) continue
    const isId = typeof id === 'string' || (typeof id === 'number' && !Number.isNaN(id))
    if (!isId) throw typeError(fn, `channel[${line}]`, 'be a string or a number', id)
    // The text "1" and the number 1 have one name.
    if (!names.includes(String(id))) names.push(String(id))
    places.set(id, names.indexOf(String(id)))
  }
  return { names, at: (line) => places.get(column[line]!)! }
}

function checkColumn(fn: string, name: string, column: unknown, size: number): void {
  const isColumn = typeof column === 'object' && typeof (column as { length?: unknown } | null)?.length === 'number'
  if (!isColumn) throw typeError(fn, name, 'be an array or a typed array', column)
  checkLength(fn, name, column as ArrayLike<unknown>, size, 'line')
}

function categories(fn: string, { catalog, products }: Transactions, name: string | undefined): Categories | undefined {
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
