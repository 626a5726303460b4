/** Products by falling score, those with equal scores in groups. */
export interface TieGroups {
  /** Positions by falling score, equal ones by position. */
  readonly order: Int32Array
  /** Where in `order` each group of equal scores ends. */
  readonly ends: Int32Array
}

/** Groups of equal scores, the highest first. O(n log n). */
export function tieGroups(scores: ArrayLike<number>): TieGroups {
  const order = Int32Array.from({ length: scores.length }, (_, i) => i)
  order.sort((a, b) => scores[b]! - scores[a]! || a - b)
  const isLast = (place: number) => scores[order[place]!] !== scores[order[place + 1]!]
  return { order, ends: order.map((_, place) => (isLast(place) ? place + 1 : 0)).filter((end) => end > 0) }
}
