/** Numbers in groups of neighbours, from left to right. */
export interface Groups {
  /** Position of the first number of each group, ascending; the first is 0. */
  readonly starts: Int32Array
  /** Weighted mean of each group. */
  readonly means: Float64Array
}

/**
 * Splits ascending numbers into `k` groups so that the sum of squared distances to the groups' means is the least there is.
 *
 * Dynamic programming: the best split of the first `j` numbers into `g` groups ends with a group that begins at some `i`, and `i`
 * never falls as `j` grows, so that halving finds all of them. O(k n log n) time, `k + 5` numbers of memory for each number.
 * Of equal splits the one with the earliest borders is taken. Groups narrower than a hundred-millionth of the whole range are
 * not told apart, because their squares are lost in double precision.
 * @param values distinct, ascending
 * @param weights how often each value occurs
 * @param k from 1 to the number of values
 * @see Wang and Song (2011), "Ckmeans.1d.dp: Optimal k-means Clustering in One Dimension by Dynamic Programming", The R
 * Journal 3
 */
export function optimalGroups(values: Float64Array, weights: Float64Array, k: number): Groups {
  const n = values.length
  const { costOf, meanOf } = spread(values, weights)
  const startOf = Array.from({ length: k }, () => new Int32Array(n))
  let least = Float64Array.from(values, (_, j) => costOf(0, j))
  for (let group = 1; group < k; group++) {
    const before = least
    const now = new Float64Array(n)
    const start = startOf[group]!
    const halve = (from: number, to: number, lowest: number, highest: number): void => {
      if (from > to) return
      const middle = (from + to) >> 1
      let best = Infinity
      let at = lowest
      for (let i = Math.max(lowest, group); i <= Math.min(highest, middle); i++) {
        const cost = before[i - 1]! + costOf(i, middle)
        if (cost < best) {
          best = cost
          at = i
        }
      }
      now[middle] = best
      start[middle] = at
      halve(from, middle - 1, lowest, at)
      halve(middle + 1, to, at, highest)
    }
    halve(group, n - 1, group, n - 1)
    least = now
  }
  const starts = new Int32Array(k)
  for (let group = k - 1, last = n - 1; group >= 0; group--) {
    starts[group] = group === 0 ? 0 : startOf[group]![last]!
    last = starts[group]! - 1
  }
  return { starts, means: Float64Array.from(starts, (start, group) => meanOf(start, (starts[group + 1] ?? n) - 1)) }
}

/** Cost and mean of any neighbours in O(1), from running sums of weights, values and squares around the median. */
function spread(values: Float64Array, weights: Float64Array) {
  const n = values.length
  const middle = values[n >> 1]!
  const [weight, sum, squares] = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)]
  for (let i = 0; i < n; i++) {
    const value = values[i]! - middle
    weight[i + 1] = weight[i]! + weights[i]!
    sum[i + 1] = sum[i]! + weights[i]! * value
    squares[i + 1] = squares[i]! + weights[i]! * value * value
  }
  return {
    /** Σ w (x − mean)² = Σ w x² − (Σ w x)² ÷ Σ w, from the first to the last of a group. */
    costOf(first: number, last: number): number {
      const total = sum[last + 1]! - sum[first]!
      const cost = squares[last + 1]! - squares[first]! - (total * total) / (weight[last + 1]! - weight[first]!)
      return cost > 0 ? cost : 0
    },
    meanOf: (first: number, last: number): number =>
      middle + (sum[last + 1]! - sum[first]!) / (weight[last + 1]! - weight[first]!),
  }
}
