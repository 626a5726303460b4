/**
 * Score of each value: 1 plus the number of cuts strictly below it, turned round when the lowest values are best.
 *
 * O(values × cuts).
 * @param cuts ascending
 * @example scoresOf([1, 10, 11], [10], 'highest') // Uint8Array [1, 1, 2]
 */
export function scoresOf(values: ArrayLike<number>, cuts: readonly number[], best: 'lowest' | 'highest'): Uint8Array {
  const scores = new Uint8Array(values.length)
  for (let i = 0; i < values.length; i++) {
    let below = 0
    while (below < cuts.length && cuts[below]! < values[i]!) below++
    scores[i] = best === 'highest' ? below + 1 : cuts.length - below + 1
  }
  return scores
}
