import { csrFromTriplets, positionOf, type Id, type Transactions } from '@clientele/core'
import type { RecommendingModel } from '../../src/index.js'

/** A setting to be searched: how many best sellers are left out, and whether rare products come first. */
export interface BestSellerSettings {
  readonly skip: number
  readonly rareFirst?: boolean
}

/** Best sellers of the train side that a customer does not have, without the first `skip` of them. */
export function fitBestSellers({ skip, rareFirst = false }: BestSellerSettings) {
  return ({ customers, customer, products, product }: Transactions): RecommendingModel => {
    if (skip < 0) throw new RangeError(`fitBestSellers: skip must be at least 0, got ${skip}`)
    const counts = new Float64Array(products!.ids.length)
    for (const each of product!) counts[each]! += rareFirst ? -1 : 1
    const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b)
    const has = csrFromTriplets(
      customer,
      product!,
      new Uint8Array(customer.length),
      customers.ids.length,
      counts.length,
    )
    return {
      recommend(id: Id, { n, includeSeen }) {
        const row = positionOf(customers, id)
        const seen = new Set(row < 0 || includeSeen ? [] : has.indices.subarray(has.offsets[row], has.offsets[row + 1]))
        return order
          .filter((each) => !seen.has(each))
          .slice(skip, skip + n)
          .map((each) => ({ item: products!.ids[each]! }))
      },
    }
  }
}
