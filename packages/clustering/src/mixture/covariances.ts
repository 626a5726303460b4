import type { CovarianceShape } from './mixture-options.js'
import type { MixtureRows } from './mixture-rows.js'

/**
 * Adds the products of gaps to the mean, weighted by membership, of the rows from `start` to `end`; the lower triangle of
 * each component's square, or its diagonal alone.
 */
export function addScatter(
  { columns, values, weights }: MixtureRows,
  memberships: Float64Array,
  means: Float64Array,
  diagonal: boolean,
  start: number,
  end: number,
  scatter: Float64Array,
): void {
  const k = means.length / columns
  const gaps = new Float64Array(columns)
  for (let row = start; row < end; row++) {
    const at = row * columns
    const weight = weights[row]!
    for (let component = 0; component < k; component++) {
      const mass = weight * memberships[row * k + component]!
      if (mass === 0) continue
      const mean = component * columns
      let into = mean * columns
      for (let i = 0; i < columns; i++, into += columns) {
        const gap = values[at + i]! - means[mean + i]!
        const weighted = mass * gap
        gaps[i] = gap
        if (!diagonal) for (let j = 0; j < i; j++) scatter[into + j]! += weighted * gaps[j]!
        scatter[into + i]! += weighted * gap
      }
    }
  }
}

/**
 * Covariances of a shape from scatter, which it overwrites: divided by the weight of the component, pooled or averaged as
 * the shape says, with the least variances added.
 * @param masses component → total weight of what belongs to it, above 0
 */
export function covariancesOf(
  { columns, leastVariances }: MixtureRows,
  masses: Float64Array,
  scatter: Float64Array,
  shape: CovarianceShape,
): Float64Array {
  const size = columns * columns
  if (shape === 'tied') pool(scatter, size, masses)
  else for (let at = 0; at < scatter.length; at++) scatter[at]! /= masses[Math.floor(at / size)]!
  for (let from = 0; from < scatter.length; from += size) {
    const square = scatter.subarray(from, from + size)
    for (let i = 0; i < columns; i++) square[i * columns + i]! += leastVariances[i]!
    if (shape === 'spherical') levelDiagonal(square, columns)
    for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) square[j * columns + i] = square[i * columns + j]!
  }
  return scatter
}

/** One matrix for all components: their scatters added up, by the weight of all. */
function pool(scatter: Float64Array, size: number, masses: Float64Array): void {
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  for (let at = 0; at < size; at++) {
    let sum = 0
    for (let from = at; from < scatter.length; from += size) sum += scatter[from]!
    for (let from = at; from < scatter.length; from += size) scatter[from] = sum / total
  }
}

/** One variance for all columns: their mean. */
function levelDiagonal(square: Float64Array, columns: number): void {
  let sum = 0
  for (let i = 0; i < columns; i++) sum += square[i * columns + i]!
  for (let i = 0; i < columns; i++) square[i * columns + i] = sum / columns
}
