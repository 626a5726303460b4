import {
  checkAllFinite,
  checkInteger,
  checkLength,
  checkList,
  checkOneOf,
  compensatedSum,
  random,
  rangeError,
} from '@clientele/core'
import { signedRankTail } from './signed-rank-tail.js'
import { normalTwoSided, studentTwoSided } from './tails.js'

/** What a test of paired numbers says. */
export interface PairedTest {
  /** The test's own statistic. */
  readonly statistic: number
  /** Two-sided: the probability of a difference at least as large if there were none. In [0, 1]. */
  readonly pValue: number
}

/**
 * Paired t test: whether the mean of the differences a - b is other than 0.
 *
 * The statistic is t with n - 1 degrees of freedom. Differences that are all equal give p = 1 when they are 0, else an
 * infinite t and p = 0.
 * O(n).
 * @param a numbers of the same customers as `b`, at least two
 * @throws RangeError when lengths differ, a number is not finite, or there are fewer than two
 * @see Student (1908), "The Probable Error of a Mean", Biometrika 6
 * @example pairedTTest([1, 2, 4], [0, 2, 2]) // { statistic: 1.732, pValue: 0.225 }
 */
export function pairedTTest(a: ArrayLike<number>, b: ArrayLike<number>): PairedTest {
  const { mean, deviation, n } = moments(differences('pairedTTest', a, b))
  if (deviation === 0) return mean === 0 ? { statistic: 0, pValue: 1 } : { statistic: mean * Infinity, pValue: 0 }
  const statistic = mean / (deviation / Math.sqrt(n))
  return { statistic, pValue: studentTwoSided(statistic, n - 1) }
}

/** How the Wilcoxon test finds its probability. */
export interface WilcoxonOptions {
  /**
   * `'exact'` counts every way in which the signs may fall; `'normal'` approximates, corrected for ties. Default: exact up
   * to 50 differences other than 0.
   */
  readonly method?: 'exact' | 'normal'
  /** Whether the normal approximation takes half a unit from the distance to the expectation; default false. */
  readonly correction?: boolean
}

/** Up to so many differences are counted exactly, as scipy does. */
const MOST_EXACT = 50

/**
 * Wilcoxon signed-rank test: whether differences a - b lie evenly about 0, by the ranks of their sizes.
 *
 * Differences of 0 are left out and equal sizes share their mean rank; the exact distribution is that of the ranks as they
 * are, shared or not. The statistic is the smaller of both rank sums. O(n log n), O(n³) when exact.
 * @param a numbers of the same customers as `b`, at least two
 * @throws RangeError when lengths differ, a number is not finite, there are fewer than two, or the method is unknown
 * @see Wilcoxon (1945), "Individual Comparisons by Ranking Methods", Biometrics Bulletin 1
 * @example
 * wilcoxonSignedRank([1, 2, 4, 5], [0, 0, 5, 1]) // { statistic: 1.5, pValue: 0.375 }: 3 of 16 ways are as far off, twice
 * wilcoxonSignedRank([1, 2, 4, 5], [0, 0, 5, 1], { method: 'normal' }).pValue // 0.197
 */
export function wilcoxonSignedRank(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { method, correction = false }: WilcoxonOptions = {},
): PairedTest {
  if (method !== undefined) checkOneOf('wilcoxonSignedRank', 'method', method, ['exact', 'normal'])
  const nonZero = differences('wilcoxonSignedRank', a, b).filter((difference) => difference !== 0)
  const n = nonZero.length
  if (n === 0) return { statistic: 0, pValue: 1 }
  const { ranks, positive, ties } = signedRanks(nonZero)
  const statistic = Math.min(positive, (n * (n + 1)) / 2 - positive)
  if (method === 'exact' || (method === undefined && n <= MOST_EXACT)) {
    return { statistic, pValue: Math.min(1, 2 * signedRankTail(ranks, statistic)) }
  }
  const distance = Math.max(0, (n * (n + 1)) / 4 - statistic - (correction ? 0.5 : 0))
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48
  return { statistic, pValue: Math.min(1, normalTwoSided(distance / Math.sqrt(variance))) }
}

/** Ranks of the sizes, ascending; the sum of those of positive differences; and what ties take from the variance. */
function signedRanks(nonZero: Float64Array) {
  const n = nonZero.length
  const order = Array.from(nonZero.keys()).sort((i, j) => Math.abs(nonZero[i]!) - Math.abs(nonZero[j]!))
  const ranks = new Float64Array(n)
  let positive = 0
  let ties = 0
  for (let start = 0; start < n;) {
    let end = start
    while (end < n && Math.abs(nonZero[order[end]!]!) === Math.abs(nonZero[order[start]!]!)) end++
    const size = end - start
    ties += size ** 3 - size
    ranks.fill((start + 1 + end) / 2, start, end)
    for (let i = start; i < end; i++) if (nonZero[order[i]!]! > 0) positive += ranks[start]!
    start = end
  }
  return { ranks, positive, ties }
}

/** How a permutation test draws. */
export interface PermutationOptions {
  /** Any string or finite number; default 0. */
  readonly seed?: string | number
  /** How often signs are drawn, at least 100; default 10,000. The smallest p possible is 1 / (this + 1). */
  readonly permutations?: number
}

/**
 * Permutation test of paired numbers: how often the mean difference is at least as large when each pair is turned round
 * by the toss of a coin. Assumes nothing of the distribution.
 *
 * The statistic is the mean difference. O(permutations × n).
 * @param a numbers of the same customers as `b`, at least two
 * @throws RangeError when lengths differ, a number is not finite, there are fewer than two, or an option is out of range
 * @see Fisher (1935), "The Design of Experiments", section 21; Phipson and Smyth (2010), "Permutation P-values Should
 *   Never Be Zero"
 * @example permutationTest([1, 1, 1, 1], [0, 0, 0, 0], { seed: 7 }).statistic // 1
 */
export function permutationTest(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { seed = 0, permutations = 10_000 }: PermutationOptions = {},
): PairedTest {
  checkInteger('permutationTest', 'permutations', permutations, { min: 100 })
  const all = differences('permutationTest', a, b)
  const turned = all.filter((difference) => difference !== 0)
  const observed = Math.abs(compensatedSum(turned))
  const least = observed - 1e-12 * compensatedSum(turned.map(Math.abs))
  const stream = random(seed).fork('permutations')
  let asLarge = 0
  for (let drawn = 0; drawn < permutations; drawn++) {
    let sum = 0
    let signs = 0
    for (let i = 0; i < turned.length; i++) {
      // One draw holds 32 tosses.
      if (i % 32 === 0) signs = Math.floor(stream.next() * 2 ** 32)
      sum += signs & 1 ? turned[i]! : -turned[i]!
      signs >>>= 1
    }
    if (Math.abs(sum) >= least) asLarge++
  }
  return { statistic: compensatedSum(all) / all.length, pValue: (asLarge + 1) / (permutations + 1) }
}

/** Checked differences a - b. */
export function differences(fn: string, a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  checkList(fn, 'a', a)
  checkLength(fn, 'b', b, a.length, 'number of a')
  if (a.length < 2) throw rangeError(fn, 'a.length', 'be at least 2', a.length)
  checkAllFinite(fn, 'a', a)
  checkAllFinite(fn, 'b', b)
  return Float64Array.from(a, (value, i) => value - b[i]!)
}

/** Mean and sample standard deviation. */
export function moments(values: Float64Array): {
  readonly mean: number
  readonly deviation: number
  readonly n: number
} {
  const n = values.length
  const mean = compensatedSum(values) / n
  const squares = compensatedSum(values.map((value) => (value - mean) ** 2))
  return { mean, deviation: Math.sqrt(squares / (n - 1)), n }
}
