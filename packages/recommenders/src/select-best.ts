import { TopK, type Ranked } from '@clientele/core'

/** Which products are looked at, and how many of them are wanted. */
export interface Selection {
  readonly n: number
  /** Whether a product may be selected, by position; absent when every one may. */
  readonly allows?: ((position: number) => boolean) | undefined
  /** The only positions that are looked at, ascending; absent for all. */
  readonly among?: Int32Array | undefined
}

/**
 * The best products that the rules allow, best first; equal scores rank by the lower position.
 *
 * Rules are asked inside the selection, of those alone that are good enough, so the answer has `n` products whenever `n` are
 * eligible. O(products log n) time, n of memory.
 * @param scores one score per product
 * @param above only products that score above this are eligible
 */
export function selectBest(scores: Float64Array, above: number, { n, allows, among }: Selection): Ranked {
  const candidates = among?.length ?? scores.length
  const best = new TopK(Math.min(n, candidates))
  let bar = Math.max(above, best.bar)
  for (let i = 0; i < candidates; i++) {
    const position = among === undefined ? i : among[i]!
    const score = scores[position]!
    if (!(score > bar) || (allows !== undefined && !allows(position))) continue
    best.push(position, score)
    bar = Math.max(above, best.bar)
  }
  return best.drain()
}
