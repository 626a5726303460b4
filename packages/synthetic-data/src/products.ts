import { random, shuffle, type Random } from '@clientele/core'
import { cumulative, pick } from './distributions.js'
import { productNames } from './names.js'
import type { ResolvedShopOptions } from './shop-options.js'

/** The assortment, one element per product. */
export interface Assortment {
  readonly names: readonly string[]
  /** Product → position in the categories. */
  readonly category: Int32Array
  /** Product → list price, in whole cents. */
  readonly price: Float64Array
  /** Product → its share of the picks in its category. */
  readonly popularity: Float64Array
  /** Product → number of its bundle, −1 for none. */
  readonly bundle: Int32Array
}

/** Products with category, name, price, popularity and bundle, each from a random stream of its own. */
export function generateProducts(options: ResolvedShopOptions): Assortment {
  const category = categoryOfProducts(options)
  const nounsOf = options.categories.map(({ name, nouns }) => nouns ?? [name])
  return {
    names: productNames(category, nounsOf, options.seed),
    category,
    price: prices(category, options),
    popularity: popularityInCategory(category, options),
    bundle: bundles(options),
  }
}

/** Every category gets one product first, so that a taste for it can be served; the others follow the shares. */
function categoryOfProducts({ seed, products, categories }: ResolvedShopOptions): Int32Array {
  const stream = random(seed).fork('product categories')
  const shares = cumulative(categories.map(({ share }) => share))
  return Int32Array.from({ length: products }, (_, p) => (p < categories.length ? p : pick(stream, shares)))
}

/** Uniform on a logarithmic scale between the category's prices: many cheap products, few dear ones. */
function prices(category: Int32Array, { seed, categories }: ResolvedShopOptions): Float64Array {
  const stream = random(seed).fork('prices')
  return Float64Array.from(category, (c) => {
    const [lowest, highest] = categories[c]!.prices
    const price = Math.round(100 * lowest * (highest / lowest) ** stream.next()) / 100
    return Math.min(highest, Math.max(lowest, price))
  })
}

/** Zipf: the product of rank r in its category is picked in proportion to r^−exponent. Ranks are random. */
function popularityInCategory(
  category: Int32Array,
  { seed, categories, popularityExponent }: ResolvedShopOptions,
): Float64Array {
  const order = randomOrder(category.length, random(seed).fork('popularity'))
  const size = new Int32Array(categories.length)
  const total = new Float64Array(categories.length)
  const popularity = new Float64Array(category.length)
  for (const product of order) {
    const c = category[product]!
    popularity[product] = (++size[c]!) ** -popularityExponent
    total[c]! += popularity[product]
  }
  return popularity.map((weight, product) => weight / total[category[product]!]!)
}

/** The first products of a random order, bundle by bundle: members come from any category and any rank of popularity. */
function bundles({ seed, products, bundles: count, bundleSize }: ResolvedShopOptions): Int32Array {
  const bundle = new Int32Array(products).fill(-1)
  const order = randomOrder(products, random(seed).fork('bundles'))
  for (let i = 0; i < count * bundleSize; i++) bundle[order[i]!] = Math.floor(i / bundleSize)
  return bundle
}

/** The integers below `length` in random order. */
function randomOrder(length: number, stream: Random): Int32Array {
  const positions = Int32Array.from({ length }, (_, i) => i)
  return shuffle(positions, stream)
}
