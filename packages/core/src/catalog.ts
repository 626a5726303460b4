import { rangeError } from './checks.js'
import { positionOf, type Id, type IdIndex } from './id-index.js'

/** Products and what is known of them. Attributes are a list, not an object's keys: any name is safe, `__proto__` too. */
export interface Catalog<P extends Id = Id> {
  /** The products. */
  readonly products: IdIndex<P>
  /** What is known of each of them, in the order in which attributes were named. */
  readonly attributes: readonly CatalogAttribute[]
}

/** One fact of every product. */
export type CatalogAttribute = TextAttribute | NumberAttribute

/** A fact that is text: a name, a category. */
export interface TextAttribute {
  /** What the attribute is called: unique in its catalogue. */
  readonly name: string
  /** Tells text from numbers. */
  readonly kind: 'text'
  /** The fact of each product, by position in the catalogue; `undefined` where it is missing. */
  readonly values: readonly (string | undefined)[]
}

/** A fact that is a number: a list price, a weight. */
export interface NumberAttribute {
  /** What the attribute is called: unique in its catalogue. */
  readonly name: string
  /** Tells numbers from text. */
  readonly kind: 'number'
  /** The fact of each product, by position in the catalogue; NaN where it is missing. */
  readonly values: Float64Array
}

/**
 * An attribute by name, or `undefined` when the catalogue has none of that name. O(attributes).
 * @example catalogAttribute(catalog, 'category')?.values
 */
export function catalogAttribute(catalog: Catalog, name: string): CatalogAttribute | undefined {
  return catalog.attributes.find((attribute) => attribute.name === name)
}

/**
 * One fact of one product; `undefined` when the product is unknown or the fact is missing.
 *
 * O(attributes); the first call on a catalogue that was cloned takes O(products).
 * @throws RangeError when the catalogue has no attribute of that name; the message lists those it has
 * @example productFact(catalog, 'p-3', 'name') // 'Blue mug'
 */
export function productFact(catalog: Catalog, product: Id, name: string): string | number | undefined {
  return factAt(catalog, checkAttribute('productFact', 'name', catalog, name), product)
}

/**
 * What reads one fact of any product: the attribute is looked up once, a product at each call. For options that ask for a
 * fact of a product, as `maxPerGroup` of recommendations does.
 *
 * O(attributes), and O(1) for a product.
 * @returns a function that gives `undefined` when the product is unknown or the fact is missing
 * @throws RangeError when the catalogue has no attribute of that name; the message lists those it has
 * @example
 * const categoryOf = factOf(catalog, 'category')
 * categoryOf('p-3') // 'mugs'
 */
export function factOf(catalog: Catalog, name: string): (product: Id) => string | number | undefined {
  const attribute = checkAttribute('factOf', 'name', catalog, name)
  return (product) => factAt(catalog, attribute, product)
}

function factAt(catalog: Catalog, { values }: CatalogAttribute, product: Id): string | number | undefined {
  const position = positionOf(catalog.products, product)
  const value = position < 0 ? undefined : values[position]
  return Number.isNaN(value) ? undefined : value
}

/**
 * The attribute of a name that a caller gave.
 * @param fn the calling function, named in errors
 * @param argument what the caller calls the name
 * @throws RangeError when the catalogue has no attribute of that name; the message lists those it has
 * @example checkAttribute('inStock', 'attribute', catalog, 'stock')
 */
export function checkAttribute(fn: string, argument: string, catalog: Catalog, name: string): CatalogAttribute {
  const attribute = catalogAttribute(catalog, name)
  if (attribute !== undefined) return attribute
  const known = catalog.attributes.map((each) => JSON.stringify(each.name)).join(', ') || 'none'
  throw rangeError(fn, argument, `be an attribute of the catalogue (${known})`, name)
}

/**
 * An attribute from one value per product: numbers where all known values are numbers, otherwise text.
 *
 * O(products).
 * @param facts one per product, by position in the catalogue; `undefined` and NaN are missing
 * @example attributeOf('size', [38, undefined, 40]) // { name: 'size', kind: 'number', values: [38, NaN, 40] }
 */
export function attributeOf(name: string, facts: readonly (string | number | undefined)[]): CatalogAttribute {
  const known = facts.filter(isKnown)
  if (known.length > 0 && known.every((fact) => typeof fact === 'number')) {
    return { name, kind: 'number', values: Float64Array.from(facts, (fact) => (isKnown(fact) ? Number(fact) : NaN)) }
  }
  return { name, kind: 'text', values: facts.map((fact) => (isKnown(fact) ? String(fact) : undefined)) }
}

function isKnown(fact: string | number | undefined): fact is string | number {
  return fact !== undefined && !Number.isNaN(fact)
}
