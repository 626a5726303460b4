import { checkCuttable } from './cuts.js'
import { optimalGroups } from './optimal-groups.js'

/**
 * Borders between the clusters of exact k-means in one dimension: groups of values that lie close together, however many
 * customers each has. For the option `cuts` of `rfm`.
 *
 * The split is the best there is, not one of many a random start may find. A border lies half-way between the means of two
 * neighbouring clusters, so a later value goes where the nearest mean is. When there are fewer different values than bins, the
 * last border is repeated, and the scores between stay empty.
 *
 * O(bins × n log n) time for n different values, bins + 8 numbers of memory for each.
 * @param values finite, at least one
 * @param bins number of clusters, from 2 to 100
 * @returns `bins - 1` borders, ascending
 * @throws RangeError when there is no value, one is not finite, or the number of bins is out of range
 * @see Wang and Song (2011), "Ckmeans.1d.dp: Optimal k-means Clustering in One Dimension by Dynamic Programming", The R
 * Journal 3
 * @example kmeansCuts([1, 2, 3, 40, 42, 90], 3) // [21.5, 65.5]
 */
export function kmeansCuts(values: ArrayLike<number>, bins: number): readonly number[] {
  checkCuttable('kmeansCuts', values, bins)
  const { distinct, counts } = tally(Float64Array.from(values).sort())
  const { starts, means } = optimalGroups(distinct, counts, Math.min(bins, distinct.length))
  const cuts = Array.from(starts.subarray(1), (start, i) => {
    const [below, above] = [distinct[start - 1]!, distinct[start]!]
    const middle = (means[i]! + means[i + 1]!) / 2
    // Where rounding would put the border beyond a value, the last value below it serves as well.
    return middle >= below && middle < above ? middle : below
  })
  const last = cuts.at(-1) ?? distinct[0]!
  return [...cuts, ...new Array<number>(bins - 1 - cuts.length).fill(last)]
}

/** The different values of a sorted list, and how often each occurs. */
function tally(sorted: Float64Array): { readonly distinct: Float64Array; readonly counts: Float64Array } {
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1])
  const counts = new Float64Array(distinct.length)
  let at = -1
  sorted.forEach((value, i) => {
    if (i === 0 || value !== sorted[i - 1]) at++
    counts[at]!++
  })
  return { distinct, counts }
}
