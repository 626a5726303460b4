import { checkInteger, checkList, rangeError } from '@clientele/core'

/**
 * Catalogue coverage: the share of all products that stand in at least one list. A model that shows everybody the
 * same ten products covers ten, however well it scores otherwise.
 *
 * O(places + products) time, one byte per product.
 * @param lists the places of all lists, one list after the other: positions in the catalogue, -1 for an empty place
 * @param products size of the catalogue, at least 1
 * @returns a share in [0, 1]
 * @throws RangeError when a position is not in the catalogue
 * @see Ge, Delgado-Battenfeld, Jannach (2010), "Beyond Accuracy: Evaluating Recommender Systems by Coverage and
 *   Serendipity", RecSys
 * @example catalogCoverage([0, 1, 0, 2], 12) // two lists of two places: 3 of 12 products, 0.25
 */
export function catalogCoverage(lists: ArrayLike<number>, products: number): number {
  const times = timesListed('catalogCoverage', lists, products)
  let covered = 0
  for (const count of times) covered += count > 0 ? 1 : 0
  return covered / products
}

/**
 * How many lists hold each product, when no list holds a product twice.
 * @throws RangeError when a position is not in the catalogue
 */
export function timesListed(fn: string, lists: ArrayLike<number>, products: number): Int32Array {
  checkInteger(fn, 'products', products, { min: 1 })
  checkList(fn, 'lists', lists)
  const times = new Int32Array(products)
  for (let place = 0; place < lists.length; place++) {
    const product = lists[place]!
    if (product === -1) continue
    if (!(Number.isInteger(product) && product >= 0 && product < products)) {
      throw rangeError(fn, `lists[${place}]`, `be a position below ${products} or -1`, product)
    }
    times[product]!++
  }
  return times
}
