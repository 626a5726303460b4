/** The different numbers of a list, so that what is computed of a number is computed once. */
export interface DistinctTimes {
  /** In the order of first appearance. */
  readonly times: Float64Array
  /** Element of the list → position in `times`. */
  readonly at: Int32Array
}

/** The different times of a list: histories of whole days have hundreds of them, whatever their number. O(n). */
export function distinctTimes(list: Float64Array): DistinctTimes {
  const positions = new Map<number, number>()
  const at = new Int32Array(list.length)
  for (let i = 0; i < list.length; i++) {
    const known = positions.get(list[i]!)
    if (known === undefined) positions.set(list[i]!, positions.size)
    at[i] = known ?? positions.size - 1
  }
  return { times: Float64Array.from(positions.keys()), at }
}
