import { checkAttribute, checkNumber, positionOf, rangeError, typeError, type Catalog, type Id } from '@clientele/core'

/** What {@link inStock} asks of a product. */
export interface StockOptions {
  /** The attribute that holds the units in stock; default `'stock'`. */
  readonly attribute?: string
  /** The least number of units; default 1. */
  readonly atLeast?: number
}

/**
 * A `where` that allows what is in stock by a catalogue. A product of which the stock is not known is not allowed.
 *
 * The catalogue is read when a product is asked for: what its `values` hold by then counts.
 * @throws RangeError when the catalogue lacks the attribute, or it is not numbers
 * @example model.recommend('c-17', { where: inStock(catalog, { atLeast: 3 }) })
 */
export function inStock<P extends Id>(
  catalog: Catalog<P>,
  { attribute = 'stock', atLeast = 1 }: StockOptions = {},
): (item: P) => boolean {
  checkNumber('inStock', 'atLeast', atLeast)
  const stockOf = numberReader('inStock', 'attribute', catalog, attribute)
  return (item) => stockOf(item) >= atLeast
}

/** Where {@link marginAtLeast} finds what it needs. */
export interface MarginOptions {
  /** The attribute that holds what a unit is sold for; default `'price'`. */
  readonly price?: string
  /** The attribute that holds what a unit costs the shop, in the same currency; default `'cost'`. */
  readonly cost?: string
}

/**
 * A `where` that allows what earns enough by a catalogue: (price - cost) ÷ price of at least `least`. A product of which price or
 * cost is not known, or whose price is not above 0, is not allowed.
 *
 * The catalogue is read when a product is asked for: what its `values` hold by then counts.
 * @param least a share of the price, at most 1: 0.3 for 30 %
 * @throws RangeError when the catalogue lacks an attribute, or it is not numbers
 * @example model.recommend('c-17', { where: allOf(inStock(catalog), marginAtLeast(catalog, 0.3)) })
 */
export function marginAtLeast<P extends Id>(
  catalog: Catalog<P>,
  least: number,
  { price = 'price', cost = 'cost' }: MarginOptions = {},
): (item: P) => boolean {
  checkNumber('marginAtLeast', 'least', least, { max: 1 })
  const priceOf = numberReader('marginAtLeast', 'price', catalog, price)
  const costOf = numberReader('marginAtLeast', 'cost', catalog, cost)
  return (item) => {
    const paid = priceOf(item)
    return paid > 0 && (paid - costOf(item)) / paid >= least
  }
}

/**
 * A `where` that allows what all of some rules allow; no rule allows everything.
 * @throws TypeError when a rule is not a function
 * @example allOf(inStock(catalog), (item) => item !== 'gift-card')
 */
export function allOf<P extends Id>(...rules: readonly ((item: P) => boolean)[]): (item: P) => boolean {
  rules.forEach((rule, i) => {
    if (typeof rule !== 'function') throw typeError('allOf', `rules[${i}]`, 'be a function', rule)
  })
  return (item) => rules.every((rule) => rule(item))
}

/** Reads a number of a product; NaN, which no comparison lets pass, where it is not known. */
function numberReader<P extends Id>(
  fn: string,
  argument: string,
  catalog: Catalog<P>,
  name: string,
): (item: P) => number {
  const { kind, values } = checkAttribute(fn, argument, catalog, name)
  if (kind !== 'number') throw rangeError(fn, argument, 'be an attribute of numbers', name)
  return (item) => values[positionOf(catalog.products, item)] ?? NaN
}
