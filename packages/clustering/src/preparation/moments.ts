import { compensatedSum } from '@clientele/core'

/** Where the values of a column lie and how far they spread. */
export interface Moments {
  readonly mean: number
  /** Population standard deviation; 0 exactly when all values are equal. */
  readonly deviation: number
}

/**
 * Mean and population standard deviation (divided by n) of at least one finite value.
 *
 * Two passes; deviations are measured in the largest of them, so that squares neither overflow nor vanish.
 */
export function moments(values: Float64Array): Moments {
  const n = values.length
  const { least, most } = extent(values)
  if (least === most) return { mean: least, deviation: 0 }
  const mean = compensatedSum(values) / n
  const unit = Math.max(most - mean, mean - least)
  let squares = 0
  for (let i = 0; i < n; i++) squares += ((values[i]! - mean) / unit) ** 2
  return { mean, deviation: unit * Math.sqrt(squares / n) }
}

/** The smallest and the largest of at least one value. */
export function extent(values: Float64Array): { readonly least: number; readonly most: number } {
  let least = values[0]!
  let most = least
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!
    if (value < least) least = value
    else if (value > most) most = value
  }
  return { least, most }
}
