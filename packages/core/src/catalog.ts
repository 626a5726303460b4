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
  const attribute = catalogAttribute(catalog, name)
  if (attribute === undefined) {
    const known = catalog.attributes.map((each) => JSON.stringify(each.name)).join(', ') || 'none'
    throw rangeError('productFact', 'name', `be an attribute of the catalogue (${known})`, name)
  }
  const position = positionOf(catalog.products, product)
  const value = position < 0 ? undefined : attribute.values[position]
  return typeof value === 'number' && Number.isNaN(value) ? undefined : value
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
