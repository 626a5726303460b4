import type { Random } from '@clientele/core'

/**
 * Draws `count` different integers below `total`, ascending; every set of them is equally likely. O(count log count),
 * whatever the total.
 * @see Bentley and Floyd (1987), "Programming pearls: a sample of brilliance", Communications of the ACM 30
 */
export function drawDistinct(total: number, count: number, random: Random): Float64Array {
  const drawn = new Set<number>()
  for (let last = total - count; last < total; last++) {
    const next = random.integer(last + 1)
    drawn.add(drawn.has(next) ? last : next)
  }
  return Float64Array.from(drawn).sort()
}
