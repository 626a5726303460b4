import { topK } from '@clientele/core'
import type { Profile } from '../profile.js'

/** The n entries of a list with the highest values, best first; equal ones rank by the earlier. */
export function bestOfList({ items, values }: Profile, n: number): { readonly item: number; readonly value: number }[] {
  const best = topK(values, n)
  return Array.from(best.indices, (at, rank) => ({ item: items[at]!, value: best.scores[rank]! }))
}
