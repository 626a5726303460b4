import { instant, type Instant } from './calendar.js'
import { checkNumber, rangeError, typeError } from './checks.js'
import { exp2 } from './exp2.js'
import type { Transactions } from './transactions.js'

/** How lines count less with age. */
export interface DecayOptions {
  /** Days after which a line counts half; above 0. Without it age makes no difference. */
  readonly halfLife?: number
  /** The moment from which age is measured; needed with `halfLife`. No line may lie after it. */
  readonly asOf?: Instant
}

const DAY = 86_400_000

/** After so many half-lives (a share of 6e-61) a line counts nothing, so that squares of cells do not underflow. */
const FORGOTTEN_AFTER = 200

/**
 * How much each line counts by its age: 2^(-age / halfLife), with age in days (fractions count). O(lines).
 *
 * After 200 half-lives a line counts 0.
 * @param fn the calling function, named in errors
 * @returns one number from 0 to 1 per line; `undefined` when lines do not decay
 * @throws TypeError when one of `halfLife` and `asOf` is given without the other; RangeError when a line lies after `asOf`
 * @example lineWeights('fitPopularity', orders, { halfLife: 90, asOf: '2011-12-10' })
 */
export function lineWeights(
  fn: string,
  orders: Transactions,
  { halfLife, asOf }: DecayOptions,
): Float64Array | undefined {
  if (halfLife === undefined) {
    if (asOf !== undefined) throw typeError(fn, 'halfLife', 'be given with asOf', halfLife)
    return undefined
  }
  checkNumber(fn, 'halfLife', halfLife, { min: Number.MIN_VALUE })
  if (asOf === undefined) throw typeError(fn, 'asOf', 'be given with halfLife', asOf)
  const now = instant(asOf, 'UTC', fn, 'asOf')
  return orders.time.map((time, line) => {
    if (time > now) throw rangeError(fn, `orders.time[${line}]`, 'not lie after asOf', new Date(time))
    const halfLives = (now - time) / DAY / halfLife
    return halfLives > FORGOTTEN_AFTER ? 0 : exp2(-halfLives)
  })
}
