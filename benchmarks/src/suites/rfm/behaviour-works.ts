import { compensatedSum, transactionsFromColumns, type Transactions } from '@clientele/core'
import { behaviourFeatures, type Behaviour } from '@clientele/rfm'
import { readData, type ShapedArray } from '../../data/data-set.js'
import { AS_OF } from '../../data/order-log.js'
import type { Work } from '../../suite.js'
import { memoryNote, type PeakMemory } from './peak-memory.js'
import { plainColumns } from './rfm-works.js'

/** The most that all features of 100,000 customers may take beyond the log: 128 MB for who bought what, and 1.2 kB a customer. */
const MOST_MEGABYTES = 250

type Arrays = Record<string, ShapedArray>

/** What a generated log says of products, for the catalogue: ids are those of the log. */
export function withCategories(orders: Transactions, { category }: Arrays): Transactions {
  const products = orders.products!
  const values = products.ids.map((id) => `category ${category!.values[Number(id)]}`)
  return { ...orders, catalog: { products, attributes: [{ name: 'category', kind: 'text', values }] } }
}

/** All features of a log with details. */
export function allFeatures(orders: Transactions, { listAmount, channel }: Arrays): Behaviour {
  return behaviourFeatures(orders, {
    asOf: AS_OF,
    listAmount: listAmount!.values,
    channel: channel!.values,
  })
}

/** All behaviour features of a log that is there as `Transactions`. */
export const behaviourOf =
  (name: string, peak: PeakMemory): Work =>
  (folders) => {
    const arrays = readData(folders[name]!)
    const { product, quantity } = arrays
    const orders = withCategories(
      transactionsFromColumns({ ...plainColumns(arrays), product: product!.values, quantity: quantity!.values }),
      arrays,
    )
    return {
      run: () => allFeatures(orders, arrays),
      answer: ({ columns }: Behaviour) => ({
        // By name, since classes come in the order of their first appearance.
        numbers: [...columns].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ values }) => compensatedSum(values)),
        note: memoryNote(peak('behaviour', folders[name]!), MOST_MEGABYTES),
      }),
    }
  }
