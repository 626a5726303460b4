import {
  csrFromTriplets,
  mergeInteractions,
  positionOf,
  typeError,
  type Csr,
  type Id,
  type IdIndex,
  type Interactions,
  type MergeOptions,
  type Transactions,
} from '@clientele/core'
import { checkInteractions } from '../check-interactions.js'
import { recall, type LearnedPopularity } from './learned.js'
import { fitPopularity, popularityModel } from '../models/popularity.js'
import { customerAmounts, totalsOf } from '../models/popularity-counts.js'
import type { Recommender } from '../recommender.js'

/**
 * The model of {@link fitPopularity} after it has learned more, as a new model; the one before stays as it is. New customers and
 * products enter behind those that are known.
 *
 * The model that {@link fitPopularity} makes of both order logs, one after the other, bit for bit where adding is exact: customers,
 * lines, whole units and amounts. All it needs is in the model and in its file: the interactions (12 bytes each) and a sum for each
 * product. O(cells + new lines) time, without the lines of before. Means, shares of a category, sums of a segment and of recent lines
 * are not enough to go on from: such models are fitted again.
 * @param newData what is new; an order log where anything but customers is counted
 * @throws RangeError or TypeError when the new data cannot be used; TypeError when the model was not made by `fitPopularity`,
 *   `loadPopularity` or `updatePopularity`, or holds more than sums
 * @example
 * const today = updatePopularity(yesterday, ordersOfToday)
 */
export function updatePopularity<C extends Id, P extends Id>(
  model: Recommender<C, P>,
  newData: Transactions<C, P> | Interactions<C, P>,
  options: MergeOptions = {},
): Recommender<C, P> {
  const learned = recall('updatePopularity', model, 'popularity', 'fitPopularity, loadPopularity or updatePopularity')
  checkSums(model, learned)
  if (('matrix' in newData ? newData.matrix.indices.length : newData.size) === 0) return model
  const { about, totals } = learned.popularity
  const day = recall('updatePopularity', fitPopularity(newData, { by: about.by }), 'popularity', 'fitPopularity')
  const interactions = mergeInteractions(learned.interactions, day.interactions, options)
  checkInteractions('updatePopularity', interactions)
  const products = interactions.products.ids.length
  const sums =
    about.by === 'customers'
      ? totalsOf(customerAmounts(interactions), { segments: 0, products })
      : addedTotals(totals, day, interactions.products)
  return popularityModel(interactions, { totals: sums, about })
}

/** Throws unless what was counted are sums of all lines, which go on. */
function checkSums(model: unknown, { popularity: { about } }: LearnedPopularity): void {
  const by = about.by === 'meanQuantity' ? 'means' : undefined
  const what = about.recent ? 'recent lines' : about.perSegment ? 'segments' : about.perCategory ? 'categories' : by
  if (what !== undefined) throw typeError('updatePopularity', 'model', `hold sums of all lines, not ${what}`, model)
}

/** Sums of before and of a day, whose products have other positions. */
function addedTotals(before: Csr, day: LearnedPopularity, products: IdIndex): Csr {
  const { totals } = day.popularity
  const { ids } = day.interactions.products
  const [known, count] = [before.indices.length, before.indices.length + totals.indices.length]
  const columns = new Int32Array(count)
  const values = new Float64Array(count)
  columns.set(before.indices)
  columns.set(
    totals.indices.map((product) => positionOf(products, ids[product]!)),
    known,
  )
  values.set(before.values)
  values.set(totals.values, known)
  return csrFromTriplets(new Int32Array(count), columns, values, 1, products.ids.length)
}
