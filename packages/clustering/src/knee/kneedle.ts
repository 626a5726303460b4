import { checkAllFinite, checkInteger, checkLength, checkNumber, checkOneOf, rangeError } from '@clientele/core'
import { differenceCurve, toUnit, type Curve, type Direction } from './difference-curve.js'
import { smoothPolynomial } from './smooth-polynomial.js'

/** What kind of curve {@link kneedle} is given, and how easily a bend counts as a knee. */
export interface KneedleOptions {
  /** `'convex'` bends upwards (the inertia of an elbow), `'concave'` downwards (a yield curve). */
  readonly curve: Curve
  /** Whether the curve rises or falls from left to right. */
  readonly direction: Direction
  /** How many mean steps of x the curve must flatten by before a bend counts; default 1. Smaller finds more knees. */
  readonly sensitivity?: number
  /**
   * False (the default): the first knee counts. True: all are searched for and the last counts, as if points still came
   * in.
   */
  readonly online?: boolean
  /** `'polynomial'` looks at the least-squares polynomial instead of the points themselves; default `'none'`. */
  readonly smoothing?: 'none' | 'polynomial'
  /**
   * Degree of that polynomial, below the number of points; default 7, or one less than the number of points if that is
   * less.
   */
  readonly polynomialDegree?: number
}

/** Where a curve bends. */
export interface Knee {
  /** x of the knee. */
  readonly knee: number
  /** y of the knee, as given (not smoothed). */
  readonly kneeY: number
  /** Its position in the curve given. */
  readonly kneeIndex: number
  /** x of all knees in the order found: one unless `online`. */
  readonly allKnees: Float64Array
  /** Their positions in the curve given. */
  readonly allKneeIndices: Int32Array
  /**
   * x in [0, 1], after turning the curve so that it rises and bends downwards; exchanges left and right for some
   * curves.
   */
  readonly normalizedX: Float64Array
  /** y in [0, 1] in the same turned order. */
  readonly normalizedY: Float64Array
  /** `normalizedY - normalizedX`, whose local maxima are the candidates. */
  readonly difference: Float64Array
}

/**
 * Finds where a curve stops paying off: its knee or elbow (Kneedle).
 *
 * The curve is scaled into the unit square and turned so that it rises and bends downwards. A local maximum of its height
 * above the diagonal is a knee when that height falls by more than `sensitivity` mean steps of x before the next maximum.
 *
 * O(points) time and memory.
 *
 * @param x ascending, at least three numbers
 * @param y one number per x
 * @returns the knee; `undefined` when the curve has none, as a straight or level line
 * @throws RangeError for fewer than three points, x that do not ascend, numbers that are not finite, an unknown kind of
 * curve
 * @see Satopää, Albrecht, Irwin and Raghavan (2011), "Finding a 'Kneedle' in a Haystack", ICDCS Workshops
 * @example
 * kneedle([1, 2, 3, 4, 5], [100, 40, 20, 15, 12], { curve: 'convex', direction: 'decreasing' })?.knee // 2
 */
export function kneedle(x: ArrayLike<number>, y: ArrayLike<number>, options: KneedleOptions): Knee | undefined {
  checkCurve(x, y)
  checkOptions(options, x.length)
  const { curve, direction, sensitivity = 1, online = false } = options
  const unitX = toUnit(x)
  const unitY = smoothed(unitX, toUnit(y), options)
  if (unitX === undefined || unitY === undefined) return undefined
  const { mirrored, ...turned } = differenceCurve(unitX, unitY, curve, direction)
  const found = knees(turned.difference, sensitivity / (x.length - 1), online)
  if (found.length === 0) return undefined
  const allKneeIndices = Int32Array.from(found, (i) => (mirrored ? x.length - 1 - i : i))
  const kneeIndex = allKneeIndices[found.length - 1]!
  const allKnees = Float64Array.from(allKneeIndices, (i) => x[i]!)
  return { knee: x[kneeIndex]!, kneeY: y[kneeIndex]!, kneeIndex, allKnees, allKneeIndices, ...turned }
}

function checkCurve(x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (!(x.length >= 3)) throw rangeError('kneedle', 'x.length', 'be at least 3', x.length)
  checkLength('kneedle', 'y', y, x.length, 'x')
  checkAllFinite('kneedle', 'x', x)
  checkAllFinite('kneedle', 'y', y)
  for (let i = 1; i < x.length; i++) {
    if (x[i]! <= x[i - 1]!) throw rangeError('kneedle', `x[${i}]`, `be above x[${i - 1}] = ${x[i - 1]}`, x[i])
  }
}

function checkOptions(options: KneedleOptions, points: number): void {
  const { curve, direction, sensitivity = 1, smoothing = 'none', polynomialDegree } = options
  checkOneOf('kneedle', 'curve', curve, ['convex', 'concave'])
  checkOneOf('kneedle', 'direction', direction, ['increasing', 'decreasing'])
  checkNumber('kneedle', 'sensitivity', sensitivity, { min: 0 })
  checkOneOf('kneedle', 'smoothing', smoothing, ['none', 'polynomial'])
  if (polynomialDegree === undefined) return
  if (smoothing === 'none')
    throw rangeError('kneedle', 'polynomialDegree', 'be left out without smoothing', polynomialDegree)
  checkInteger('kneedle', 'polynomialDegree', polynomialDegree, { min: 1, max: points - 1 })
}

/** A smoothed curve of the unit square whose range is less than this is level: what is left are roundings. */
const LEVEL = 1e-12

/** y in the unit square after the smoothing that was asked for; `undefined` when nothing rises or falls. */
function smoothed(
  x: Float64Array | undefined,
  y: Float64Array | undefined,
  { smoothing = 'none', polynomialDegree }: KneedleOptions,
): Float64Array | undefined {
  if (x === undefined || y === undefined || smoothing === 'none') return y
  return toUnit(smoothPolynomial(x, y, polynomialDegree ?? Math.min(7, x.length - 1)), LEVEL)
}

/** Positions of the knees in a difference curve: the first, or all of them. An end counts as a maximum of its one side. */
function knees(difference: Float64Array, fall: number, all: boolean): number[] {
  const found: number[] = []
  let top = -1
  for (let i = 0; i < difference.length - 1; i++) {
    const here = difference[i]!
    const before = difference[Math.max(i - 1, 0)]!
    const after = difference[i + 1]!
    if (here >= before && here >= after) top = i
    if (top >= 0 && after < difference[top]! - fall && found.at(-1) !== top) {
      found.push(top)
      if (!all) break
    }
  }
  return found
}
