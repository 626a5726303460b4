import type { Steps } from '@clientele/core'
import { dot, searchLine, type Objective, type Place } from './search-line.js'

/** When a search ends. */
export interface SearchLimits {
  /** Most rounds. */
  readonly iterations: number
  /** The search has converged once no element of the gradient is farther from 0. */
  readonly tolerance: number
  /** No element of the point may go farther from 0. */
  readonly reach: number
}

/** Where a search ended, and why. */
export interface Minimum extends Place {
  /** Inverse Hessian, as far as the search has learned it. */
  readonly inverse: Float64Array
  /** Rounds. */
  readonly iterations: number
  /**
   * `'converged'`; or `'iterations'`: no more rounds; `'reach'`: an element went too far; `'stuck'`: no lower point along the way
   * down, so that rounding has the last word.
   */
  readonly ended: 'converged' | 'iterations' | 'reach' | 'stuck'
}

/**
 * The nearest minimum of a smooth function of a few variables: BFGS with a line search for the strong enough descent of Wolfe.
 *
 * One or two evaluations a round, O(variables²) beside them.
 * @param known an inverse Hessian to begin with, such as that of another search for the same minimum; symmetric and positive definite
 * @see Nocedal and Wright (2006), "Numerical Optimization", chapter 6
 */
export function* minimize(
  objective: Objective,
  start: Float64Array,
  limits: SearchLimits,
  known?: Float64Array,
): Steps<Minimum> {
  const gradient = new Float64Array(start.length)
  let place: Place = { point: start, value: yield* objective(start, gradient), gradient }
  let inverse = known ?? identity(start.length)
  let isFresh = known === undefined
  for (let iterations = 0; ; iterations++) {
    const ended = endOf(place, iterations, limits)
    if (ended !== undefined) return { ...place, iterations, ended, inverse }
    const way = times(inverse, place.gradient).map((element) => -element)
    const next = yield* searchLine(objective, place, way, isFresh ? 1 / largest(place.gradient) : 1)
    if (next !== undefined) {
      inverse = updated(
        inverse,
        difference(next.point, place.point),
        difference(next.gradient, place.gradient),
        isFresh,
      )
      place = next
      isFresh = false
    } else {
      // What was learned of the curvature may be wrong by now: once more, straight down.
      if (isFresh) return { ...place, iterations, ended: 'stuck', inverse }
      inverse = identity(start.length)
      isFresh = true
    }
  }
}

function endOf({ point, gradient }: Place, iteration: number, limits: SearchLimits): Minimum['ended'] | undefined {
  if (largest(point) > limits.reach) return 'reach'
  if (largest(gradient) <= limits.tolerance) return 'converged'
  return iteration >= limits.iterations ? 'iterations' : undefined
}

/**
 * The BFGS update of the inverse Hessian H, (1 − ρ s yᵀ) H (1 − ρ y sᵀ) + ρ s sᵀ with ρ = 1 / sᵀy: symmetric and positive definite
 * as long as sᵀy > 0. A fresh H is first scaled to the curvature met.
 */
function updated(inverse: Float64Array, step: Float64Array, change: Float64Array, isFresh: boolean): Float64Array {
  const n = step.length
  const curvature = dot(step, change)
  if (!(curvature > 0)) return inverse
  const scale = isFresh ? curvature / dot(change, change) : 1
  const scaled = inverse.map((cell) => cell * scale)
  const moved = times(scaled, change)
  const factor = (1 + dot(change, moved) / curvature) / curvature
  return scaled.map((cell, i) => {
    const [row, column] = [Math.floor(i / n), i % n]
    const crossed = step[row]! * moved[column]! + moved[row]! * step[column]!
    return cell + factor * step[row]! * step[column]! - crossed / curvature
  })
}

function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0))
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length
  return vector.map((_, row) => dot(matrix.subarray(row * n, (row + 1) * n), vector))
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((element, i) => element - b[i]!)
}

function largest(vector: Float64Array): number {
  return vector.reduce((most, element) => Math.max(most, Math.abs(element)), 0)
}
