import type { PowerRange } from './most-likely-power.js'

/** Powers beyond this are of no use for any data. */
const LARGEST_POWER = 1e100

/** The powers whose product with a logarithm of the given size lies between two exponents. */
export function exponentRange(log: number, lowest: number, highest: number): PowerRange {
  return { low: Math.max(-LARGEST_POWER, lowest / log), high: Math.min(LARGEST_POWER, highest / log) }
}
