import { catalogAttribute, catalogOf, factOf, type Id, type Transactions } from '@clientele/core'
import { inStock, type RecommendOptions } from '@clientele/recommenders'
import type { Models } from './fit-models.js'

/** What products that fill the places for rarely bought ones name as their source. */
export const RARE = 'rarely bought'

/** Orders do not know the stock: what was sold within so many days before the last order counts as being there. */
const DAYS = 30
const DAY = 86_400_000

/**
 * Rules of a shop window for a list of ten: only what is in stock, at most two products of a category (where the orders know
 * categories), and two places for products of the half that fewest customers have.
 */
export function shopRules(orders: Transactions, { popularity }: Models): RecommendOptions {
  const ranked = popularity.recommendFor([], { n: popularity.products.ids.length }).map(({ item }) => item)
  const { catalog } = orders
  return {
    n: 10,
    where: inStock(stockOf(orders)),
    quotas: [{ tag: RARE, among: ranked.slice(Math.ceil(ranked.length / 2)), share: 0.2 }],
    ...(catalog && hasCategories(orders) && { maxPerGroup: { max: 2, group: factOf(catalog, 'category') } }),
  }
}

/** The rules as the report names them. */
export function shopRulesInWords(orders: Transactions): string {
  const rules = ['in stock', ...(hasCategories(orders) ? ['at most 2 of a category'] : [])]
  return `${rules.join(', ')}, 2 of 10 places for what is ${RARE}`
}

function hasCategories({ catalog }: Transactions): boolean {
  return catalog !== undefined && catalogAttribute(catalog, 'category') !== undefined
}

/** A catalogue as a shop would load it from its own table of products, made of the lines sold lately. */
function stockOf({ products, product, time }: Transactions) {
  const since = time.reduce((latest, each) => Math.max(latest, each), -Infinity) - DAYS * DAY
  const sold = new Float64Array(products!.ids.length)
  product!.forEach((position, line) => (sold[position]! += time[line]! >= since ? 1 : 0))
  const rows = products!.ids.map((id: Id, position) => ({ id, stock: sold[position]! }))
  return catalogOf(rows, { product: 'id', attributes: { stock: 'stock' } })
}
