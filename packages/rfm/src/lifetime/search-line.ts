import type { Steps } from '@clientele/core'

/** A function to be minimized: writes its gradient at `point` into `gradient` and returns its value. */
export type Objective = (point: Float64Array, gradient: Float64Array) => Steps<number>

/** A point of a search, with the function and its gradient there. */
export interface Place {
  readonly point: Float64Array
  readonly value: number
  readonly gradient: Float64Array
}

/** A step is long enough when it leaves at most this share of the slope, and low enough when it gains this share of it. */
const SLOPE_LEFT = 0.9
const GAIN = 1e-4

/** Longest step of any element: parameters are logarithms, so this is a factor of 20. */
const LONGEST = 3

/** Share of the value that rounding may add. */
const ROUNDING = 1e-14

/** Most points looked at. */
const TRIALS = 40

/**
 * A lower point along `way`, far enough that the slope has flattened (the conditions of Wolfe), by doubling and halving.
 *
 * @param firstStep the multiple of `way` to try first
 * @returns `undefined` when there is none
 */
export function* searchLine(
  objective: Objective,
  from: Place,
  way: Float64Array,
  firstStep: number,
): Steps<Place | undefined> {
  const slope = dot(from.gradient, way)
  if (!(slope < 0)) return undefined
  const longest = LONGEST / way.reduce((most, element) => Math.max(most, Math.abs(element)), 0)
  const rounding = ROUNDING * Math.max(1, Math.abs(from.value))
  let step = Math.min(firstStep, longest)
  let tooShort = 0
  let tooLong = Infinity
  let best: Place | undefined
  for (let trial = 0; trial < TRIALS; trial++) {
    const point = from.point.map((element, i) => element + step * way[i]!)
    const gradient = new Float64Array(point.length)
    const value = yield* objective(point, gradient)
    if (value <= from.value + GAIN * step * slope + rounding && gradient.every(Number.isFinite)) {
      const place = { point, value, gradient }
      if (dot(gradient, way) >= SLOPE_LEFT * slope || step === longest) return place
      best = place
      tooShort = step
    } else {
      tooLong = step
    }
    step = tooLong === Infinity ? Math.min(2 * step, longest) : (tooShort + tooLong) / 2
  }
  return best
}

/** Scalar product. */
export function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, element, i) => sum + element * b[i]!, 0)
}
