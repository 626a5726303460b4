import { checkInteger, checkNumber, instant, rangeError, typeError, type Instant } from '@clientele/core'
import {
  archetypes as usualArchetypes,
  spendingLevels as usualLevels,
  type Archetype,
  type SpendingLevel,
} from './archetypes.js'
import { categories as usualCategories, type Category } from './categories.js'

/** How a shop is made. Only the seed is required. */
export interface ShopOptions {
  /** Any string or finite number: the same seed and options give the same shop, bit for bit. */
  readonly seed: string | number
  /** Number of customers, each with at least one order; default 500. */
  readonly customers?: number
  /** Number of products, at least one per category; default 120. */
  readonly products?: number
  /** Expected number of orders, at least `customers`: the archetypes' rates are scaled to it. Default: rates as they are. */
  readonly orders?: number
  /** First moment; default 2023-01-01. Text without an offset is UTC. */
  readonly from?: Instant
  /** End, exclusive; default 2025-01-01. */
  readonly to?: Instant
  /** Mean number of products picked for an order, at least 1; one picked twice is one line with more units. Default 3. */
  readonly linesPerOrder?: number
  /** Kinds of customers by purchase rate and dropout; default frequent, regular, occasional and lapsed. */
  readonly archetypes?: readonly Archetype[]
  /** Kinds of customers by units per pick; default low, medium and high. */
  readonly spendingLevels?: readonly SpendingLevel[]
  /** Categories with prices; default Home, Clothing, Books, Beauty and Electronics. */
  readonly categories?: readonly Category[]
  /** Spread of individual purchase rates around their archetype's: deviation of their logarithm; default 0.3. */
  readonly rateSpread?: number
  /** How alike tastes are: sum of the Dirichlet's parameters. Small makes customers one-sided, large alike. Default 1.5. */
  readonly tasteConcentration?: number
  /** Zipf exponent of the popularity inside a category; 0 makes all products equally popular. Default 1. */
  readonly popularityExponent?: number
  /** Number of bundles: products that are bought for one another, across categories. Default a sixth of the products. */
  readonly bundles?: number
  /** Products in a bundle, at least 2; default 3. */
  readonly bundleSize?: number
  /** Chance that a pick completes the bundle of something the customer picked before; default 0.3. */
  readonly complementRate?: number
  /** 0 none (default) to 1: orders come more often in mid-December and less in mid-June by this share. */
  readonly seasonality?: number
}

/** Options with every default filled in, moments as epoch milliseconds. */
export interface ResolvedShopOptions extends Required<Omit<ShopOptions, 'orders' | 'from' | 'to'>> {
  readonly orders: number | undefined
  readonly from: number
  readonly to: number
}

const FN = 'generateShop'

/** Checks every option and fills in defaults. @throws RangeError or TypeError that names the option */
export function resolveShopOptions(options: ShopOptions): ResolvedShopOptions {
  if (typeof options !== 'object' || options === null)
    throw typeError(FN, 'options', 'be an object with a seed', options)
  const products = options.products ?? 120
  checkInteger(FN, 'products', products, { min: 1, max: 1_000_000 })
  const bundleSize = options.bundleSize ?? 3
  checkInteger(FN, 'bundleSize', bundleSize, { min: 2 })
  const resolved = {
    seed: options.seed,
    customers: options.customers ?? 500,
    products,
    orders: options.orders,
    from: instant(options.from ?? '2023-01-01', 'UTC', FN, 'from'),
    to: instant(options.to ?? '2025-01-01', 'UTC', FN, 'to'),
    linesPerOrder: options.linesPerOrder ?? 3,
    archetypes: options.archetypes ?? usualArchetypes,
    spendingLevels: options.spendingLevels ?? usualLevels,
    categories: options.categories ?? usualCategories,
    rateSpread: options.rateSpread ?? 0.3,
    tasteConcentration: options.tasteConcentration ?? 1.5,
    popularityExponent: options.popularityExponent ?? 1,
    bundles: options.bundles ?? Math.min(Math.floor(products / 6), Math.floor(products / bundleSize)),
    bundleSize,
    complementRate: options.complementRate ?? 0.3,
    seasonality: options.seasonality ?? 0,
  }
  checkSizes(resolved)
  checkBehaviour(resolved)
  checkKinds(resolved)
  return resolved
}

function checkSizes({
  seed,
  customers,
  products,
  orders,
  from,
  to,
  categories,
  bundles,
  bundleSize,
}: ResolvedShopOptions) {
  if (typeof seed !== 'string' && !(typeof seed === 'number' && Number.isFinite(seed))) {
    throw typeError(FN, 'seed', 'be a string or a finite number', seed)
  }
  checkInteger(FN, 'customers', customers, { min: 1, max: 10_000_000 })
  if (orders !== undefined) checkNumber(FN, 'orders', orders, { min: customers })
  if (to <= from) throw rangeError(FN, 'to', `be later than from (${new Date(from).toISOString()})`, new Date(to))
  checkList('categories', categories)
  if (products < categories.length) {
    throw rangeError(FN, 'products', `be at least ${categories.length}, one per category`, products)
  }
  checkInteger(FN, 'bundles', bundles, { min: 0, max: Math.floor(products / bundleSize) })
}

function checkBehaviour(options: ResolvedShopOptions): void {
  checkNumber(FN, 'linesPerOrder', options.linesPerOrder, { min: 1, max: 1000 })
  checkNumber(FN, 'rateSpread', options.rateSpread, { min: 0, max: 3 })
  checkNumber(FN, 'tasteConcentration', options.tasteConcentration, { min: 1e-3, max: 1e6 })
  checkNumber(FN, 'popularityExponent', options.popularityExponent, { min: 0, max: 10 })
  checkNumber(FN, 'complementRate', options.complementRate, { min: 0, max: 1 })
  checkNumber(FN, 'seasonality', options.seasonality, { min: 0, max: 1 })
}

function checkKinds({ archetypes, spendingLevels, categories }: ResolvedShopOptions): void {
  checkShares('archetypes', archetypes)
  archetypes.forEach(({ ordersPerMonth, dropoutPerMonth }, i) => {
    checkNumber(FN, `archetypes[${i}].ordersPerMonth`, ordersPerMonth, { min: 0, max: 10_000 })
    checkNumber(FN, `archetypes[${i}].dropoutPerMonth`, dropoutPerMonth, { min: 0 })
  })
  checkShares('spendingLevels', spendingLevels)
  spendingLevels.forEach(({ units }, i) => checkNumber(FN, `spendingLevels[${i}].units`, units, { min: 1, max: 1e6 }))
  const total = checkShares('categories', categories)
  categories.forEach(({ share, prices, nouns }, i) => {
    if (share < total / 1e6)
      throw rangeError(FN, `categories[${i}].share`, 'be at least a millionth of all shares', share)
    if (!Array.isArray(prices))
      throw typeError(FN, `categories[${i}].prices`, 'be a lowest and a highest price', prices)
    checkNumber(FN, `categories[${i}].prices[0]`, prices[0], { min: 0.01 })
    checkNumber(FN, `categories[${i}].prices[1]`, prices[1], { min: prices[0] })
    if (nouns !== undefined) checkList(`categories[${i}].nouns`, nouns)
  })
}

function checkList(name: string, list: readonly unknown[]): void {
  if (!Array.isArray(list)) throw typeError(FN, name, 'be an array', list)
  if (list.length === 0) throw rangeError(FN, `${name}.length`, 'be at least 1', 0)
}

function checkShares(name: string, kinds: readonly { name: string; share: number }[]): number {
  checkList(name, kinds)
  let total = 0
  kinds.forEach((kind, i) => {
    if (typeof kind.name !== 'string') throw typeError(FN, `${name}[${i}].name`, 'be text', kind.name)
    checkNumber(FN, `${name}[${i}].share`, kind.share, { min: 0 })
    total += kind.share
  })
  if (total === 0) throw rangeError(FN, `${name}[0].share`, 'be above 0 for at least one', 0)
  return total
}
