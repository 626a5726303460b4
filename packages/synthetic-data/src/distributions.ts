import type { Random } from '@clientele/core'

/** Exponential waiting time with the given mean; an infinite mean waits for ever. One draw. */
export function exponential(stream: Random, mean: number): number {
  const wait = -Math.log(1 - stream.next())
  return mean === Infinity ? Infinity : wait * mean
}

/** 1 plus a geometric count, so that the mean is `mean` (at least 1): sizes of baskets, units of a product. One draw. */
export function onePlusGeometric(stream: Random, mean: number): number {
  const uniform = 1 - stream.next()
  if (mean === 1) return 1
  return 1 + Math.floor(Math.log(uniform) / Math.log(1 - 1 / mean))
}

/**
 * Shares that add up to 1, Dirichlet distributed. Works with the logarithms of the gamma variates: those of small
 * parameters underflow, and 0 / 0 would follow.
 * @param parameters all above 0
 */
export function dirichlet(stream: Random, parameters: ArrayLike<number>): Float64Array {
  const logs = Float64Array.from(parameters, (parameter) => logGamma(stream, parameter))
  const highest = logs.reduce((a, b) => Math.max(a, b))
  const weights = logs.map((log) => Math.exp(log - highest))
  const total = weights.reduce((a, b) => a + b)
  return weights.map((weight) => weight / total)
}

/**
 * Logarithm of a gamma variate of scale 1. A shape below 1 is drawn at shape + 1 and scaled down.
 * @see Marsaglia and Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26
 */
function logGamma(stream: Random, shape: number): number {
  if (shape < 1) return logGamma(stream, shape + 1) + Math.log(1 - stream.next()) / shape
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = stream.normal()
    const root = 1 + c * x
    const uniform = 1 - stream.next()
    if (root <= 0) continue
    const v = root ** 3
    if (Math.log(uniform) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v)
  }
}

/** Running totals of weights, divided by their sum: what {@link pick} searches. */
export function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = Float64Array.from(weights)
  for (let i = 1; i < sums.length; i++) sums[i]! += sums[i - 1]!
  const total = sums[sums.length - 1]!
  return sums.map((sum) => sum / total)
}

/** A position drawn in proportion to the weights behind `sums`; one of weight 0 is never drawn. O(log n), one draw. */
export function pick(stream: Random, sums: Float64Array): number {
  const uniform = stream.next()
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (uniform < sums[middle]!) high = middle
    else low = middle + 1
  }
  return low
}
