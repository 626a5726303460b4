import { random, type Random } from '@clientele/core'
import type { Clientele } from './customers.js'
import { cumulative, onePlusGeometric, pick } from './distributions.js'
import type { Assortment } from './products.js'
import type { ResolvedShopOptions } from './shop-options.js'

/** One product of an order and its units. */
export interface BasketLine {
  readonly product: number
  quantity: number
}

/**
 * What customers put into their orders. The function it returns fills all orders of one customer, in time.
 *
 * A pick completes a bundle with chance `complementRate` when something the customer picked before has one; otherwise the
 * customer's taste chooses the category and popularity the product. A product picked twice is one line with more units.
 */
export function basketsOf(
  clientele: Clientele,
  assortment: Assortment,
  options: ResolvedShopOptions,
): (customer: number, orders: number) => BasketLine[][] {
  const shelves = shelvesOf(assortment, options.categories.length)
  const members = bundleMembers(assortment.bundle, options.bundles)
  return (customer, orders) => {
    const stream = random(options.seed).fork('baskets').fork(customer)
    const { units } = options.spendingLevels[clientele.spendingLevel[customer]!]!
    const taste = cumulative(tasteOf(clientele, customer))
    const before: number[] = []
    const next = () =>
      companion(stream, before, assortment.bundle, members, options.complementRate) ?? favourite(stream, taste, shelves)
    return Array.from({ length: orders }, () => {
      const basket: BasketLine[] = []
      for (let picks = onePlusGeometric(stream, options.linesPerOrder); picks > 0; picks--) {
        const product = next()
        before.push(product)
        add(basket, product, onePlusGeometric(stream, units))
      }
      return basket
    })
  }
}

function tasteOf({ tastes }: Clientele, customer: number): Float64Array {
  return tastes.values.subarray(customer * tastes.columns, (customer + 1) * tastes.columns)
}

/** The products of one category and the running totals of their popularity. */
interface Shelf {
  readonly products: readonly number[]
  readonly sums: Float64Array
}

function shelvesOf({ category, popularity }: Assortment, categories: number): Shelf[] {
  const products = Array.from({ length: categories }, (): number[] => [])
  category.forEach((c, product) => products[c]!.push(product))
  return products.map((own) => ({ products: own, sums: cumulative(own.map((product) => popularity[product]!)) }))
}

function bundleMembers(bundle: Int32Array, count: number): number[][] {
  const members = Array.from({ length: count }, (): number[] => [])
  bundle.forEach((b, product) => b >= 0 && members[b]!.push(product))
  return members
}

/** Another product of the bundle of something picked before, or `undefined` when chance or the product says no. */
function companion(
  stream: Random,
  before: readonly number[],
  bundle: Int32Array,
  members: readonly (readonly number[])[],
  complementRate: number,
): number | undefined {
  if (before.length === 0 || stream.next() >= complementRate) return undefined
  const product = before[stream.integer(before.length)]!
  if (bundle[product]! < 0) return undefined
  const others = members[bundle[product]!]!.filter((member) => member !== product)
  return others[stream.integer(others.length)]
}

function favourite(stream: Random, taste: Float64Array, shelves: readonly Shelf[]): number {
  const shelf = shelves[pick(stream, taste)]!
  return shelf.products[pick(stream, shelf.sums)]!
}

function add(basket: BasketLine[], product: number, quantity: number): void {
  const line = basket.find((each) => each.product === product)
  if (line === undefined) basket.push({ product, quantity })
  else line.quantity += quantity
}
