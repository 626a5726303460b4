import { checkIndices, checkInteger, checkLength } from './checks.js'

/**
 * Sum of numbers with Neumaier's compensation: money adds up the same in any order, to the last cent.
 *
 * O(n) time; the error is about one rounding of the result instead of n of them.
 * @param values finite numbers
 * @returns the sum, 0 for no values; infinite when a partial sum exceeds the range of a number
 * @see Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54
 * @example compensatedSum([1, 1e100, 1, -1e100]) // 2
 */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const next = sum + value
    lost += lostDigits(sum, value, next)
    sum = next
  }
  return compensated(sum, lost)
}

/**
 * Compensated sum of each group: `values[i]` is added to group `groups[i]`.
 *
 * O(n) time, two numbers of memory per group.
 * @param groups the group of each value, integers in [0, groupCount)
 * @param values finite numbers, one per element of `groups`
 * @returns one sum per group, 0 where a group has no value
 * @throws RangeError when the lists differ in length or a group is outside the range
 * @example groupSums(Int32Array.of(0, 1, 0), [1, 2, 3], 2) // Float64Array [4, 2]
 */
export function groupSums(groups: ArrayLike<number>, values: ArrayLike<number>, groupCount: number): Float64Array {
  checkInteger('groupSums', 'groupCount', groupCount, { min: 0 })
  checkLength('groupSums', 'values', values, groups.length, 'element of groups')
  checkIndices('groupSums', 'groups', groups, groupCount)
  const sums = new Float64Array(groupCount)
  const lost = new Float64Array(groupCount)
  for (let i = 0; i < values.length; i++) {
    const group = groups[i]!
    const value = values[i]!
    const sum = sums[group]!
    const next = sum + value
    lost[group]! += lostDigits(sum, value, next)
    sums[group] = next
  }
  for (let group = 0; group < groupCount; group++) sums[group] = compensated(sums[group]!, lost[group]!)
  return sums
}

/** What rounding took from `sum + value` when it became `next`: exact, because the larger of the two goes first. */
export function lostDigits(sum: number, value: number, next: number): number {
  return Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
}

/** A sum with what it lost; beyond the range of a number the loss is not defined, and the sum stands as it is. */
export function compensated(sum: number, lost: number): number {
  return Number.isFinite(sum) ? sum + lost : sum
}
