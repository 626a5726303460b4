import { rangeError } from '@clientele/core'
import { timesListed } from './catalog-coverage.js'

/**
 * How unequally the places of all lists are spread over all products: 0 when each product is shown equally often,
 * towards 1 when one product takes every place.
 *
 * O(places + products log products).
 * @param lists the places of all lists, one list after the other: positions in the catalogue, -1 for an empty place
 * @param products size of the catalogue, at least 1; products never shown count with 0 places
 * @returns the Gini coefficient of exposure, in [0, 1)
 * @throws RangeError when a position is not in the catalogue, or every place is empty
 * @see Fleder and Hosanagar (2009), "Blockbuster Culture's Next Rise or Fall", Management Science 55
 * @example exposureGini([0, 1, 0, 2], 4) // exposures 0 1 1 2: 0.375
 */
export function exposureGini(lists: ArrayLike<number>, products: number): number {
  const { times, total } = exposure('exposureGini', lists, products)
  times.sort()
  let weighted = 0
  for (let rank = 0; rank < products; rank++) weighted += (2 * (rank + 1) - products - 1) * times[rank]!
  return weighted / (products * total)
}

/**
 * Entropy of exposure in bits: how many yes-no questions it takes on average to tell which product stands in a place
 * drawn at random. log2(products) when each is shown equally often, 0 when one takes every place.
 *
 * O(places + products). Also called distributional coverage.
 * @param lists the places of all lists, one list after the other: positions in the catalogue, -1 for an empty place
 * @param products size of the catalogue, at least 1
 * @throws RangeError when a position is not in the catalogue, or every place is empty
 * @see Shannon (1948), "A Mathematical Theory of Communication", Bell System Technical Journal 27
 * @example exposureEntropy([0, 1, 0, 1], 4) // 1
 */
export function exposureEntropy(lists: ArrayLike<number>, products: number): number {
  const { times, total } = exposure('exposureEntropy', lists, products)
  let bits = 0
  for (const count of times) if (count > 0) bits += (count / total) * Math.log2(total / count)
  return bits
}

function exposure(fn: string, lists: ArrayLike<number>, products: number) {
  const times = timesListed(fn, lists, products)
  const total = times.reduce((sum, count) => sum + count, 0)
  if (total === 0) throw rangeError(fn, 'lists', 'hold at least one product', 0)
  return { times, total }
}
