import { topK } from '@clientele/core'
import type { Profile } from '../profile.js'

/** The n cells with the highest values, of equal ones the earlier, in the order that they had. */
export function bestOfProfile({ items, values }: Profile, n: number): Profile {
  if (items.length <= n) return { items, values }
  const kept = Int32Array.from(topK(values, n).indices).sort()
  return { items: kept.map((at) => items[at]!), values: Float64Array.from(kept, (at) => values[at]!) }
}
