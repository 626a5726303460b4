import { attributeOf, type Catalog } from './catalog.js'
import { rangeError } from './checks.js'
import { factReader, fieldReader, rowList, type Fact, type Field } from './fields.js'
import { encodeColumn, type Id } from './id-index.js'

/** Which field of a product table is what. */
export interface CatalogFields<R, P extends Id> {
  /** The product of the row. */
  readonly product: Field<R, P>
  /**
   * What is known of it, by attribute name. Numbers stay numbers where all that is known of an attribute is numbers; `null`,
   * `undefined` and NaN are not known.
   */
  readonly attributes: Readonly<Record<string, Field<R, Fact>>>
}

/**
 * A catalogue from a table with one row for each product: stock, price, cost, category. Orders bring a catalogue of their own
 * (`productAttributes` of {@link transactions}); this one is for what orders do not know.
 *
 * O(rows × attributes).
 * @throws RangeError for a product that comes twice; TypeError for a field that is neither a name nor a function and for a cell of
 *   the wrong type. Cells are named by row and column ("catalogOf: rows[17].product must be …")
 * @example
 * const catalog = catalogOf(goods, { product: 'sku', attributes: { stock: 'stock', margin: ({ price, cost }) => price - cost } })
 */
export function catalogOf<R, P extends Id = Id>(
  rows: Iterable<R>,
  { product, attributes }: CatalogFields<R, P>,
): Catalog<P> {
  const all = rowList('catalogOf', rows)
  const ids = all.map(fieldReader<R, P>('catalogOf', 'fields.product', product))
  const { index, codes } = encodeColumn(ids, 'catalogOf', (i) => `rows[${i}].product`)
  const repeated = codes.findIndex((code, i) => code !== i)
  if (repeated >= 0) {
    throw rangeError('catalogOf', `rows[${repeated}].product`, 'be a product of one row only', ids[repeated])
  }
  const columns = Object.entries(attributes).map(([name, field]) =>
    attributeOf(name, all.map(factReader('catalogOf', `fields.attributes.${name}`, name, field))),
  )
  return { products: index, attributes: columns }
}
