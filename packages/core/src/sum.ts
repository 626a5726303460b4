/**
 * Sum of numbers with Neumaier's compensation: money adds up the same in any order, to the last cent.
 *
 * O(n) time; the error is about one rounding of the result instead of n of them.
 * @see Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54
 * @example compensatedSum([1, 1e100, 1, -1e100]) // 2
 */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

/**
 * Compensated sum of each group: `values[i]` is added to group `groups[i]`.
 *
 * O(n) time, two numbers of memory per group.
 * @param groups the group of each value, integers in [0, groupCount)
 * @returns one sum per group, 0 where a group has no value
 * @example groupSums(Int32Array.of(0, 1, 0), [1, 2, 3], 2) // Float64Array [4, 2]
 */
export function groupSums(groups: ArrayLike<number>, values: ArrayLike<number>, groupCount: number): Float64Array {
  const sums = new Float64Array(groupCount)
  const lost = new Float64Array(groupCount)
  for (let i = 0; i < values.length; i++) {
    const group = groups[i]!
    const value = values[i]!
    const sum = sums[group]!
    const next = sum + value
    lost[group]! += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sums[group] = next
  }
  for (let group = 0; group < groupCount; group++) sums[group]! += lost[group]!
  return sums
}
