import {
  checkNumber,
  instant,
  lineWeights,
  rangeError,
  typeError,
  type DecayOptions,
  type Transactions,
} from '@clientele/core'

/** Which lines of an order log count, and how much. */
export interface AgeOptions extends DecayOptions {
  /** Only lines of the last so many days before `asOf` count (above 0; a day is 24 hours); without it all do. */
  readonly days?: number
}

const DAY = 86_400_000

/**
 * How much each line counts: 0 outside the window, otherwise 1, or less with age. O(lines).
 * @param fn the calling function, named in errors
 * @throws TypeError when `asOf` is given alone or is missing; RangeError when a line lies after it, or none within the window
 */
export function lineAges(fn: string, orders: Transactions, { days, ...decay }: AgeOptions): Float64Array {
  if (days === undefined) return lineWeights(fn, orders, decay) ?? all(orders.size)
  checkNumber(fn, 'days', days, { min: Number.MIN_VALUE })
  if (decay.asOf === undefined) throw typeError(fn, 'asOf', 'be given with days', decay.asOf)
  const now = instant(decay.asOf, 'UTC', fn, 'asOf')
  const weights = (decay.halfLife === undefined ? undefined : lineWeights(fn, orders, decay)) ?? all(orders.size)
  let counted = 0
  orders.time.forEach((time, line) => {
    if (time > now) throw rangeError(fn, `orders.time[${line}]`, 'not lie after asOf', new Date(time))
    if (now - time >= days * DAY) weights[line] = 0
    else counted++
  })
  if (counted === 0) throw rangeError(fn, 'days', 'reach back to a line', days)
  return weights
}

function all(lines: number): Float64Array {
  return new Float64Array(lines).fill(1)
}
