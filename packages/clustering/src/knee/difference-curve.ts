/** Whether a curve bends upwards ("convex") or downwards ("concave"). */
export type Curve = 'convex' | 'concave'

/** Whether a curve rises or falls from left to right. */
export type Direction = 'increasing' | 'decreasing'

/** A curve inside the unit square, turned so that it rises and bends downwards, and its height above the diagonal. */
export interface DifferenceCurve {
  readonly normalizedX: Float64Array
  readonly normalizedY: Float64Array
  /** `normalizedY - normalizedX`: its local maxima are where the curve may have a knee. */
  readonly difference: Float64Array
  /** Whether left and right were exchanged: point i here is then the i-th from the end of the curve given. */
  readonly mirrored: boolean
}

/** Turns a curve that is already inside the unit square. O(points). */
export function differenceCurve(x: Float64Array, y: Float64Array, curve: Curve, direction: Direction): DifferenceCurve {
  const mirrored = (curve === 'convex') === (direction === 'increasing')
  const normalizedX = mirrored ? x.map((value) => 1 - value).reverse() : x
  const upright = curve === 'convex' ? y.map((value) => 1 - value) : y.slice()
  const normalizedY = mirrored ? upright.reverse() : upright
  const difference = normalizedY.map((value, i) => value - normalizedX[i]!)
  return { normalizedX, normalizedY, difference, mirrored }
}

/**
 * Moves and scales numbers into [0, 1]; `undefined` when their range is `negligible` (default 0: all the same).
 * O(numbers).
 */
export function toUnit(values: ArrayLike<number>, negligible = 0): Float64Array | undefined {
  let min = Infinity
  let max = -Infinity
  for (let i = 0; i < values.length; i++) {
    min = Math.min(min, values[i]!)
    max = Math.max(max, values[i]!)
  }
  if (max - min <= negligible) return undefined
  // A range beyond the largest number is halved first.
  if (max - min === Infinity) return Float64Array.from(values, (value) => (value / 2 - min / 2) / (max / 2 - min / 2))
  return Float64Array.from(values, (value) => (value - min) / (max - min))
}
