import { random, shuffle, type Random } from '@clientele/core'
import type { DataSet, ShapedArray } from './data-set.js'
import { movieLensShape } from './movielens-shape.js'

const PLACES = 10
const RELEVANT = 0.2
const HIT = 0.25

/** A list of ten items for each user of the MovieLens shape, and what is relevant to them. */
export const rankedLists: DataSet = {
  name: 'movielens-1m-lists',
  version: 1,
  make() {
    const { offsets, items } = movieLensShape.make()
    return listsOfPairs(offsets!.values as Int32Array, items!.values as Int32Array, random('movielens-1m-lists'))
  },
}

/**
 * Relevant to each user is a fifth of their items. A quarter of the places of a list are drawn from these, the others from all pairs,
 * so that popular items are listed often.
 * @param offsets user → where their items begin in `items`; at least ten items come somewhere
 */
export function listsOfPairs(
  offsets: Int32Array,
  items: Int32Array,
  stream: Random,
): Record<'lists' | 'relevantOffsets' | 'relevant', ShapedArray> {
  const users = offsets.length - 1
  const ends = new Int32Array(users + 1)
  const lists = new Int32Array(users * PLACES)
  const relevant: number[] = []
  for (let user = 0; user < users; user++) {
    const draws = stream.fork(user)
    const own = shuffle(items.slice(offsets[user], offsets[user + 1]), draws)
    const wanted = own.subarray(0, Math.ceil(RELEVANT * own.length))
    lists.set(listOf(wanted, items, draws), user * PLACES)
    relevant.push(...wanted)
    ends[user + 1] = relevant.length
  }
  return {
    lists: { values: lists, shape: [users, PLACES] },
    relevantOffsets: { values: ends, shape: [users + 1] },
    relevant: { values: Int32Array.from(relevant), shape: [relevant.length] },
  }
}

function listOf(relevant: Int32Array, items: Int32Array, stream: Random): number[] {
  const listed = new Set<number>()
  while (listed.size < PLACES) {
    const from = stream.next() < HIT ? relevant : items
    listed.add(from[stream.integer(from.length)]!)
  }
  return [...listed]
}
