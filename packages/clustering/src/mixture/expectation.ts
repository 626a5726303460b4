import type { Progress, Steps } from '@clientele/core'
import type { Pace } from '../pace.js'
import { logDensities, type Density } from './density.js'

/** Rows between two looks at the pace. */
const BLOCK = 256

/**
 * The expectation step: how much each row belongs to each component, given the components.
 *
 * O(rows × k × columns²) time, or × columns where covariances are diagonal.
 * @param weights one number per row, for the likelihood
 * @param memberships row-major, k numbers a row that add up to 1; written
 * @returns the log-likelihood: the weighted sum over the rows of the logarithm of their density
 */
export function* expectation(
  density: Density,
  values: Float64Array,
  weights: Float64Array,
  memberships: Float64Array,
  pace: Pace,
  progress: Progress,
): Steps<number> {
  const { columns, diagonal } = density
  const k = density.peaks.length
  const logs = new Float64Array(BLOCK * k)
  let likelihood = 0
  for (let start = 0; start < weights.length; start += BLOCK) {
    const end = Math.min(weights.length, start + BLOCK)
    logDensities(density, values, start, end, logs)
    for (let row = start; row < end; row++) {
      likelihood += weights[row]! * shares(logs, (row - start) * k, memberships, row * k, k)
    }
    if (pace.due(BLOCK * k * columns * (diagonal ? 1 : columns))) yield progress
  }
  return likelihood
}

/** Writes what each of k densities, given as logarithms, contributes to their sum; returns the logarithm of the sum. */
function shares(logs: Float64Array, from: number, into: Float64Array, at: number, k: number): number {
  let largest = -Infinity
  for (let i = from; i < from + k; i++) if (logs[i]! > largest) largest = logs[i]!
  let sum = 0
  for (let component = 0; component < k; component++) {
    const share = Math.exp(logs[from + component]! - largest)
    into[at + component] = share
    sum += share
  }
  for (let component = 0; component < k; component++) into[at + component]! /= sum
  return largest + Math.log(sum)
}
