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
  const logs = new Float64Array(k)
  let likelihood = 0
  for (let row = 0; row < weights.length; row++) {
    logDensities(density, values, row, logs)
    likelihood += weights[row]! * shares(logs, memberships, row * k)
    if (row % BLOCK === BLOCK - 1 && pace.due(BLOCK * k * columns * (diagonal ? 1 : columns))) yield progress
  }
  return likelihood
}

/** Writes what each of k densities, given as logarithms, contributes to their sum; returns the logarithm of the sum. */
function shares(logs: Float64Array, into: Float64Array, at: number): number {
  let largest = -Infinity
  for (const log of logs) largest = Math.max(largest, log)
  let sum = 0
  for (let component = 0; component < logs.length; component++) {
    const share = Math.exp(logs[component]! - largest)
    into[at + component] = share
    sum += share
  }
  for (let component = 0; component < logs.length; component++) into[at + component]! /= sum
  return largest + Math.log(sum)
}
