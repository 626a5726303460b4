/** Ranges of at most so many numbers are sorted. */
const SHORT = 64

/**
 * Moves numbers so that each of some ranks holds the number that it would hold in ascending order.
 *
 * Quickselect for several ranks at once: O(n log ranks) time on average, no memory. A range that is split badly again and again is
 * sorted, so that it is O(n log n) at most.
 * @param values finite numbers; their order changes
 * @param ranks ascending positions in `values`
 * @see Hoare (1961), "Algorithm 65: Find", Communications of the ACM 4
 */
export function placeRanks(values: Float64Array, ranks: readonly number[]): void {
  placeWithin(values, ranks, 0, values.length - 1, 2 * Math.log2(values.length))
}

function placeWithin(values: Float64Array, ranks: readonly number[], from: number, to: number, patience: number): void {
  if (ranks.length === 0) return
  if (to - from < SHORT || patience < 0) {
    values.subarray(from, to + 1).sort()
    return
  }
  const pivot = medianOfThree(values[from]!, values[(from + to) >> 1]!, values[to]!)
  let left = from
  let right = to
  while (left <= right) {
    while (values[left]! < pivot) left++
    while (values[right]! > pivot) right--
    if (left > right) break
    const moved = values[left]!
    values[left++] = values[right]!
    values[right--] = moved
  }
  // What lies between right and left is the pivot, in place.
  const below = ranks.filter((rank) => rank <= right)
  const above = ranks.filter((rank) => rank >= left)
  placeWithin(values, below, from, right, patience - 1)
  placeWithin(values, above, left, to, patience - 1)
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
