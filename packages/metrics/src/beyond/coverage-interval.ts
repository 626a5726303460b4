import type { Estimate } from '../bootstrap-means.js'
import { timesListed } from './catalog-coverage.js'

/**
 * How many products of each list stand in no other list: what coverage would lose without that customer.
 *
 * Coverage cannot be bootstrapped by counting products in resamples: a resample leaves out about 37 % of the
 * customers, so all resamples cover less than the lists themselves and the interval misses its own estimate. Instead
 * the effect of each customer is taken as fixed: drawing them t times changes the number of products covered by t - 1
 * times the products only they were shown. The spread of that sum is the jackknife's, which by the inequality of
 * Efron and Stein is on average not too narrow. O(places + products).
 * @param lists `customers × k` positions in the catalogue, -1 for an empty place
 * @see Efron and Stein (1981), "The Jackknife Estimate of Variance", Annals of Statistics 9
 */
export function soleProducts(lists: Int32Array, k: number, products: number): Float64Array {
  const times = timesListed('soleProducts', lists, products)
  const sole = new Float64Array(lists.length / k)
  lists.forEach((product, place) => {
    if (product >= 0 && times[product] === 1) sole[Math.floor(place / k)]!++
  })
  return sole
}

/**
 * The interval of coverage, within [0, 1], from that of the mean of {@link soleProducts}.
 * @param coverage the share of products covered by all lists
 */
export function coverageEstimate(
  coverage: number,
  sole: Estimate,
  { customers, products }: { readonly customers: number; readonly products: number },
): Estimate {
  const shift = (end: number) => (customers * (end - sole.mean)) / products
  return {
    mean: coverage,
    low: Math.max(0, coverage + shift(sole.low)),
    high: Math.min(1, coverage + shift(sole.high)),
  }
}
