import { checkInteger, checkNonNegative, checkNumber, compensatedSum, rangeError } from '@clientele/core'
import { listValues, meanPerList, type ListValues, type PositionLists } from '../ranking/list-means.js'

/** How surprise is counted. */
export interface NoveltyOptions {
  /** Out of how many a product's popularity is: customers of the train period, or its interactions. At least 1. */
  readonly total: number
  /** `'users'` (default): mean of each list, then over users. `'places'`: every place counts alike, as in Recommenders. */
  readonly over?: 'users' | 'places'
}

/**
 * Novelty as self-information: how many bits it says of somebody that they know a product of the list, log2(total /
 * popularity). With `total` customers a product that half of them bought has 1 bit.
 *
 * A product nobody bought counts as bought once. O(places).
 * @param lists positions of products, one list per user
 * @param popularity product → how many of `total` it has, as in the train period
 * @throws RangeError when a popularity is negative or above `total`, or a list is not of distinct products
 * @see Zhou et al. (2010), "Solving the apparent diversity-accuracy dilemma of recommender systems", PNAS 107
 * @example novelty([[0, 1]], [4, 1], { total: 4 }).mean // (0 + 2) / 2
 */
export function novelty(
  lists: PositionLists,
  popularity: ArrayLike<number>,
  { total, over = 'users' }: NoveltyOptions,
): ListValues {
  checkInteger('novelty', 'total', total, { min: 1 })
  checkNonNegative('novelty', 'popularity', popularity)
  for (let product = 0; product < popularity.length; product++) {
    checkNumber('novelty', `popularity[${product}]`, popularity[product], { max: total })
  }
  const bits = Float64Array.from(popularity, (count) => Math.log2(total / Math.max(1, count)))
  const novel = meanPerList('novelty', lists, popularity.length, (product) => bits[product]!)
  if (over === 'users') return novel
  const places = lists.reduce((sum, { length }) => sum + length, 0)
  const sum = compensatedSum(novel.values.map((value, user) => value * lists[user]!.length))
  return { mean: places === 0 ? 0 : sum / places, values: novel.values }
}

/**
 * Average recommendation popularity (ARP): the mean popularity of the products of each list. High where a model shows
 * everybody what everybody buys.
 *
 * O(places).
 * @param lists positions of products, one list per user
 * @param popularity product → its popularity in the train period, in any unit
 * @throws RangeError when a popularity is negative, or a list is not of distinct products
 * @see Yin, Cui, Li, Yao, Chen (2012), "Challenging the Long Tail Recommendation", VLDB 5
 * @example averagePopularity([[0, 1], [0]], [10, 4]).mean // (7 + 10) / 2
 */
export function averagePopularity(lists: PositionLists, popularity: ArrayLike<number>): ListValues {
  checkNonNegative('averagePopularity', 'popularity', popularity)
  return meanPerList('averagePopularity', lists, popularity.length, (product) => popularity[product]!)
}

/** Where the long tail begins. */
export interface LongTailOptions {
  /** Share of all interactions that belongs to the short head, in (0, 1); default 0.8. */
  readonly head?: number
}

/**
 * Average percentage of long tail items (APLT): the share of each list that is not of the short head, the fewest most
 * popular products that together have `head` of all interactions.
 *
 * O(places + products log products).
 * @param lists positions of products, one list per user
 * @param popularity product → interactions in the train period
 * @throws RangeError when a popularity is negative, all are 0, or a list is not of distinct products
 * @see Abdollahpouri, Burke, Mobasher (2019), "Managing Popularity Bias in Recommender Systems with Personalized
 *   Re-ranking", FLAIRS
 * @example longTailShare([[0, 1], [2]], [90, 5, 5]).mean // product 0 is the head: (0.5 + 1) / 2
 */
export function longTailShare(
  lists: PositionLists,
  popularity: ArrayLike<number>,
  { head = 0.8 }: LongTailOptions = {},
): ListValues {
  const isHead = shortHead('longTailShare', popularity, head)
  return meanPerList('longTailShare', lists, popularity.length, (product) => 1 - isHead[product]!)
}

/** 1 for each of the fewest most popular products that have the share `head` of all interactions; ties by lower index. */
export function shortHead(fn: string, popularity: ArrayLike<number>, head: number): Uint8Array {
  checkNonNegative(fn, 'popularity', popularity)
  checkNumber(fn, 'head', head)
  if (!(head > 0 && head < 1)) throw rangeError(fn, 'head', 'be between 0 and 1', head)
  const total = compensatedSum(popularity)
  if (total === 0) throw rangeError(fn, 'popularity', 'hold at least one interaction', total)
  const order = Int32Array.from({ length: popularity.length }, (_, product) => product)
  order.sort((a, b) => popularity[b]! - popularity[a]! || a - b)
  const isHead = new Uint8Array(popularity.length)
  let covered = 0
  for (let i = 0; i < order.length && covered < head * total; i++) {
    isHead[order[i]!] = 1
    covered += popularity[order[i]!]!
  }
  return isHead
}

/** What is relevant to each user, and what is popular. */
export interface SerendipityOverPopularityOptions {
  /** One collection of relevant positions per list. */
  readonly relevant: PositionLists
  /** Product → interactions in the train period. */
  readonly popularity: ArrayLike<number>
  /** The cut-off that the sum over hits is divided by. At least 1. */
  readonly k: number
}

/**
 * Serendipity against popularity: hits that stand higher in the list than their popularity alone would have put them,
 * by how much, per place.
 *
 * A place r of n products weighs (n + 1 - r) / n, and so does a rank of popularity (equally popular products share one,
 * without gaps; those nobody bought come behind all). A hit counts the first less the second where that is positive. O(places +
 * products log products).
 * @throws RangeError when a number is out of range, or a list is not of distinct products
 * @see Murakami, Mori, Orihara (2008), "Metrics for Evaluating the Serendipity of Recommendation Lists"
 * @example serendipityOverPopularity([[1]], { relevant: [[1]], popularity: [5, 2], k: 1 }).mean // 1 - 0.5
 */
export function serendipityOverPopularity(
  lists: PositionLists,
  { relevant, popularity, k }: SerendipityOverPopularityOptions,
): ListValues {
  checkInteger('serendipityOverPopularity', 'k', k, { min: 1 })
  checkNonNegative('serendipityOverPopularity', 'popularity', popularity)
  const products = popularity.length
  meanPerList('serendipityOverPopularity', lists, products, () => 0)
  const levels = [...new Set(Array.from(popularity))].sort((a, b) => b - a)
  const rankOf = new Map(levels.map((level, i) => [level, i + 1]))
  const worth = (rank: number) => Math.max(0, (products + 1 - rank) / products)
  return listValues(lists, (list, user) => {
    const wanted = new Set(Array.from(relevant[user]!))
    let sum = 0
    for (let place = 0; place < Math.min(k, list.length); place++) {
      const product = list[place]!
      if (!wanted.has(product)) continue
      sum += Math.max(0, worth(place + 1) - worth(rankOf.get(popularity[product]!)!))
    }
    return sum / k
  })
}
