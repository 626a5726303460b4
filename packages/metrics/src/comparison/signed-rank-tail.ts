/**
 * The probability that the positive ranks add up to at most `statistic` when each sign is the toss of a coin: every sum
 * that the signs can make, counted exactly.
 *
 * One pass over the possible sums a rank: O(n³) time and O(n²) memory for n ranks, 0.1 ms for 50.
 * @param ranks of the sizes of the differences, ascending; equal sizes share their mean rank, a multiple of 1/2
 * @see Wilcoxon, Katti, Wilcox (1970), "Critical Values and Probability Levels for the Wilcoxon Rank Sum Test and the
 *   Wilcoxon Signed Rank Test"; with ties it is the distribution of the ranks as they are
 * @example signedRankTail([1, 2, 3], 0) // 1/8: all three are negative
 */
export function signedRankTail(ranks: ArrayLike<number>, statistic: number): number {
  let total = 0
  for (let i = 0; i < ranks.length; i++) total += 2 * ranks[i]!
  // Doubled sum → its probability. Shared ranks are halves, so doubled ones are integers.
  const chance = new Float64Array(total + 1)
  chance[0] = 1
  let reached = 0
  for (let i = 0; i < ranks.length; i++) {
    const rank = 2 * ranks[i]!
    reached += rank
    for (let sum = reached; sum >= 0; sum--) chance[sum] = (chance[sum]! + (sum >= rank ? chance[sum - rank]! : 0)) / 2
  }
  let tail = 0
  for (let sum = 0; sum <= Math.min(total, 2 * statistic); sum++) tail += chance[sum]!
  return tail
}
