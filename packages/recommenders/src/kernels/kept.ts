import type { TopK } from '@clientele/core'

/** Writes what was kept in ascending order of row and returns how many there are; `best` is empty afterwards. */
export function writeKept(best: TopK, kept: Int32Array, similarities: Float64Array): number {
  const { indices, scores } = best.drain()
  const order = Array.from(indices.keys()).sort((a, b) => indices[a]! - indices[b]!)
  order.forEach((from, to) => {
    kept[to] = indices[from]!
    similarities[to] = scores[from]!
  })
  return order.length
}
