/** Minimum and median of the repetitions of a piece of work, in seconds. */
export interface Timing {
  readonly minimum: number
  readonly median: number
}

/**
 * Minimum and median of at least one time. The minimum is what the work costs when nothing disturbs it; a median far above
 * it says that something did.
 * @example timingOf([3, 1, 2]) // { minimum: 1, median: 2 }
 */
export function timingOf(seconds: readonly number[]): Timing {
  const sorted = seconds.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { minimum: sorted[0]!, median }
}
