import { checkList, checkNumber } from '@clientele/core'

/**
 * Holm's correction of p-values for their number: those that stay below a level are false with at most that
 * probability all together.
 *
 * O(n log n).
 * @param pValues in [0, 1], in any order
 * @returns the corrected ones, in the same order
 * @throws RangeError when a p-value is not in [0, 1]
 * @see Holm (1979), "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: ArrayLike<number>): Float64Array {
  const order = ascending('holm', pValues)
  const adjusted = new Float64Array(order.length)
  let highest = 0
  order.forEach((at, rank) => {
    highest = Math.max(highest, Math.min(1, pValues[at]! * (order.length - rank)))
    adjusted[at] = highest
  })
  return adjusted
}

/**
 * Benjamini and Hochberg's correction of p-values: of those that stay below a level, at most that share is false on
 * average. Milder than {@link holm}.
 *
 * O(n log n).
 * @param pValues in [0, 1], in any order
 * @returns the corrected ones, in the same order
 * @throws RangeError when a p-value is not in [0, 1]
 * @see Benjamini and Hochberg (1995), "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): Float64Array {
  const order = ascending('benjaminiHochberg', pValues)
  const adjusted = new Float64Array(order.length)
  let lowest = 1
  for (let rank = order.length; rank >= 1; rank--) {
    const at = order[rank - 1]!
    lowest = Math.min(lowest, (pValues[at]! * order.length) / rank)
    adjusted[at] = lowest
  }
  return adjusted
}

function ascending(fn: string, pValues: ArrayLike<number>): Int32Array {
  checkList(fn, 'pValues', pValues)
  for (let i = 0; i < pValues.length; i++) checkNumber(fn, `pValues[${i}]`, pValues[i], { min: 0, max: 1 })
  const order = Int32Array.from({ length: pValues.length }, (_, i) => i)
  return order.sort((a, b) => pValues[a]! - pValues[b]! || a - b)
}
