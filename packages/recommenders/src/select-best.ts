import { TopK, type Ranked } from '@clientele/core'
import type { Rules } from './rules.js'

/**
 * The best products that the rules allow, best first; equal scores rank by the lower position.
 *
 * Rules are asked inside the selection, so the answer has `n` products whenever `n` are eligible.
 * O(products log n) time, n of memory.
 * @param scores one score per product
 * @param above only products that score above this are eligible
 */
export function selectBest(scores: Float64Array, above: number, { n, allows }: Rules): Ranked {
  const best = new TopK(Math.min(n, scores.length))
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position]!
    if (score > above && (allows === undefined || allows(position))) best.push(position, score)
  }
  return best.drain()
}
