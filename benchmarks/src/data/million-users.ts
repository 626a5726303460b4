import { random, type Random } from '@clientele/core'
import type { DataSet, ShapedArray } from './data-set.js'
import { pairsPerUser, type PairsShape } from './movielens-shape.js'

/** A large shop: half of its customers have eight products or fewer, one in a hundred 140 or more. */
const shop: Omit<PairsShape, 'perItem'> = {
  users: 1_000_000,
  items: 100_000,
  pairs: 20_000_000,
  perUser: [
    [0, 2],
    [0.5, 8],
    [0.75, 20],
    [0.9, 45],
    [0.99, 170],
    [1, 2000],
  ],
}

/** A million users, 100,000 items and twenty million pairs: `items` of user u from `offsets[u]` on, ascending. */
export const millionUsers: DataSet = {
  name: 'million-users',
  version: 1,
  make: () => powerLawPairs(shop, random('million-users')),
}

/** Items before which a power law is flat: the most popular item then has one draw in a hundred, not one in twelve. */
const FLAT = 10

/**
 * Pairs without repeats; the item of rank r is drawn in proportion to 1 / (r + 10), and drawn again where the user has it. O(pairs)
 * time, where users have few of all items.
 */
export function powerLawPairs(
  shape: Omit<PairsShape, 'perItem'>,
  stream: Random,
): Record<'offsets' | 'items', ShapedArray> {
  const counts = pairsPerUser(shape, stream.fork('users'))
  const draw = stream.fork('draws')
  const offsets = new Int32Array(shape.users + 1)
  const items = new Int32Array(shape.pairs)
  const holder = new Int32Array(shape.items).fill(-1)
  for (let user = 0; user < shape.users; user++) {
    const start = offsets[user]!
    const end = start + counts[user]!
    for (let at = start; at < end;) {
      const item = Math.floor(FLAT * ((shape.items / FLAT + 1) ** draw.next() - 1))
      if (holder[item] === user) continue
      holder[item] = user
      items[at++] = item
    }
    items.subarray(start, end).sort()
    offsets[user + 1] = end
  }
  return { offsets: { values: offsets, shape: [offsets.length] }, items: { values: items, shape: [items.length] } }
}
