import { random, rangeError, shuffle, type Random } from '@clientele/core'
import type { DataSet, ShapedArray } from './data-set.js'

/** How many pairs customers or items have: at these shares of them, in ascending order, these counts. */
type Spread = readonly (readonly [share: number, count: number])[]

/** The size of the data, and how unevenly its pairs are spread. */
export interface PairsShape {
  readonly users: number
  readonly items: number
  readonly pairs: number
  readonly perUser: Spread
  readonly perItem: Spread
}

/** MovieLens 1M: least, quartiles and most are those of its users and films, the points between them lead to its means. */
const movieLens1M: PairsShape = {
  users: 6040,
  items: 3706,
  pairs: 1_000_209,
  perUser: [
    [0, 20],
    [0.25, 44],
    [0.5, 96],
    [0.75, 208],
    [0.9, 400],
    [0.99, 900],
    [1, 2314],
  ],
  perItem: [
    [0, 1],
    [0.25, 33],
    [0.5, 123],
    [0.75, 350],
    [0.9, 729],
    [0.99, 1784],
    [1, 3428],
  ],
}

/** MovieLens 100K, likewise. */
const movieLens100K: PairsShape = {
  users: 943,
  items: 1682,
  pairs: 100_000,
  perUser: [
    [0, 20],
    [0.25, 33],
    [0.5, 65],
    [0.75, 148],
    [0.9, 245],
    [0.99, 448],
    [1, 737],
  ],
  perItem: [
    [0, 1],
    [0.25, 6],
    [0.5, 27],
    [0.75, 80],
    [0.9, 169],
    [0.99, 367],
    [1, 583],
  ],
}

/** User–item pairs in the shape of MovieLens 1M, long-tailed on both sides: `items` of user u from `offsets[u]` on, ascending. */
export const movieLensShape: DataSet = {
  name: 'movielens-1m-shape',
  version: 1,
  make: () => longTailedPairs(movieLens1M, random('movielens-1m-shape')),
}

/** The same in the shape of MovieLens 100K. */
export const movieLens100KShape: DataSet = {
  name: 'movielens-100k-shape',
  version: 1,
  make: () => longTailedPairs(movieLens100K, random('movielens-100k-shape')),
}

/**
 * Pairs without repeats. Each user draws as many items as `perUser` says (scaled, so that there are `pairs`), without replacement,
 * an item the likelier the more pairs `perItem` gives it; every item has at least one user. O(users × items) time.
 * @throws RangeError when a user would need more than all items
 */
export function longTailedPairs(shape: PairsShape, stream: Random): Record<'offsets' | 'items', ShapedArray> {
  const counts = pairsPerUser(shape, stream.fork('users'))
  const forced = firstUsers(shape, counts, stream.fork('first'))
  const wanted = shuffle(spreadOut(shape.perItem, shape.items), stream.fork('items'))
  // A user of average size who draws with this weight holds the item with the probability that the spread asks for.
  const weights = wanted.map((count) => -Math.log1p(-count / (shape.users + 1)))
  const offsets = new Int32Array(shape.users + 1)
  const items = new Int32Array(shape.pairs)
  const draw = stream.fork('draws')
  for (let user = 0; user < shape.users; user++) {
    const chosen = weightedSample(weights, counts[user]!, forced[user]!, draw)
    items.set(chosen, offsets[user])
    offsets[user + 1] = offsets[user]! + chosen.length
  }
  return { offsets: { values: offsets, shape: [offsets.length] }, items: { values: items, shape: [items.length] } }
}

/**
 * Pairs per user as the spread says, scaled so that they add up to all pairs.
 * @throws RangeError when a user would need more than all items
 */
export function pairsPerUser(
  { users, items, pairs, perUser }: Omit<PairsShape, 'perItem'>,
  stream: Random,
): Int32Array {
  const spread = shuffle(spreadOut(perUser, users), stream)
  const least = perUser[0]![1]
  const excess = spread.reduce((sum, count) => sum + count - least, 0)
  const scale = (pairs - least * users) / excess
  let exact = 0
  let whole = 0
  const counts = Int32Array.from(spread, (count) => {
    // Rounding the running sum rather than each count makes the total exact.
    exact += least + (count - least) * scale
    const next = Math.round(exact) - whole
    whole += next
    return next
  })
  const most = counts.reduce((a, b) => Math.max(a, b))
  if (most > items) throw rangeError('longTailedPairs', 'shape.pairs', `give no user more than ${items} items`, most)
  return counts
}

/** For each user the items that would otherwise have nobody; the likelier the more pairs the user has. */
function firstUsers({ items, pairs }: PairsShape, counts: Int32Array, stream: Random): number[][] {
  const forced: number[][] = Array.from(counts, () => [])
  const ends = counts.slice()
  for (let user = 1; user < ends.length; user++) ends[user]! += ends[user - 1]!
  for (let item = 0; item < items; item++) {
    const pair = stream.integer(pairs)
    let user = ends.findIndex((end) => pair < end)
    while (forced[user]!.length >= counts[user]!) user = (user + 1) % counts.length
    forced[user]!.push(item)
  }
  return forced
}

/** Values between the given points of a spread, on a logarithmic scale, evenly over `length` holders. */
function spreadOut(spread: Spread, length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => {
    const share = i / (length - 1)
    const above = Math.max(
      1,
      spread.findIndex(([end]) => share <= end),
    )
    const [start, low] = spread[above - 1]!
    const [end, high] = spread[above]!
    return low * (high / low) ** ((share - start) / (end - start))
  })
}

/** Efraimidis and Spirakis (2006): the `n` smallest of exponential waiting times are a weighted sample without replacement. */
function weightedSample(weights: Float64Array, n: number, forced: readonly number[], stream: Random): Int32Array {
  const waits = weights.map((weight) => -Math.log(1 - stream.next()) / weight)
  for (const item of forced) waits[item] = -1
  const longest = waits.slice().sort()[n - 1]!
  const sample = new Int32Array(n)
  for (let item = 0, kept = 0; kept < n; item++) if (waits[item]! <= longest) sample[kept++] = item
  return sample
}
