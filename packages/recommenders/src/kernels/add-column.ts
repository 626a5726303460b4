/** What is added up for a pair of rows while they are compared: how many numbers, which {@link addCommon} explains. */
export const PARTS = { dots: 1, dotsAndCounts: 2, sums: 6 } as const

/**
 * Adds what one column says of two rows that have it, with values x and y: xy; where more is asked for, 1; and then x, y, x², y².
 */
export function addCommon(parts: number, pairs: Float64Array, at: number, x: number, y: number): void {
  pairs[at]! += x * y
  if (parts === PARTS.dots) return
  pairs[at + 1]!++
  if (parts === PARTS.dotsAndCounts) return
  pairs[at + 2]! += x
  pairs[at + 3]! += y
  pairs[at + 4]! += x * x
  pairs[at + 5]! += y * y
}
