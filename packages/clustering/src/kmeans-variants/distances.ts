import { checkOneOf, rangeError, type Dense } from '@clientele/core'

/** Distances that go by a name. */
export type DistanceName = 'manhattan' | 'chebyshev' | 'cosine' | 'correlation' | 'canberra'

/** A distance of one's own: at least 0, and 0 from a row to itself. */
export type DistanceFunction = (a: readonly number[], b: readonly number[]) => number

/** The distance that a name or a function stands for; throws in the name of `fn`. */
export function distanceOf(fn: string, distance: DistanceName | DistanceFunction): DistanceFunction {
  if (typeof distance === 'function') {
    return (a, b) => {
      const value = distance(a, b)
      if (!(value >= 0 && value < Infinity))
        throw rangeError(fn, 'distance(a, b)', 'be a finite number of at least 0', value)
      return value
    }
  }
  checkOneOf(fn, 'distance', distance, Object.keys(NAMED) as DistanceName[])
  return NAMED[distance]
}

const NAMED: Readonly<Record<DistanceName, DistanceFunction>> = {
  manhattan: (a, b) => {
    let sum = 0
    for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!)
    return sum
  },
  chebyshev: (a, b) => {
    let largest = 0
    for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!))
    return largest
  },
  cosine: angle,
  // Of rows that are centred beforehand, so that the cosine of their means is a correlation.
  correlation: angle,
  canberra: (a, b) => {
    let sum = 0
    for (let i = 0; i < a.length; i++) {
      const size = Math.abs(a[i]!) + Math.abs(b[i]!)
      if (size > 0) sum += Math.abs(a[i]! - b[i]!) / size
    }
    return sum
  },
}

/** 1 - cosine of the angle; a mean that is all 0 has no direction, and is 1 away from everything. */
function angle(a: readonly number[], b: readonly number[]): number {
  let product = 0
  let left = 0
  let right = 0
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!
    left += a[i]! * a[i]!
    right += b[i]! * b[i]!
  }
  const size = Math.sqrt(left) * Math.sqrt(right)
  return size > 0 ? Math.min(2, Math.max(0, 1 - product / size)) : 1
}

/**
 * Rows as a distance looks at them: of length 1 for cosine, centred and of length 1 for correlation, else as they are.
 * @throws RangeError in the name of `fn` for a row without a direction
 */
export function preparedRows(fn: string, distance: DistanceName | DistanceFunction, points: Dense): Dense {
  if (distance !== 'cosine' && distance !== 'correlation') return points
  const values = points.values.slice()
  for (let row = 0; row < points.rows; row++) {
    const cells = values.subarray(row * points.columns, (row + 1) * points.columns)
    if (distance === 'correlation') centre(cells)
    const largest = cells.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    if (largest === 0) throw withoutDirection(fn, distance, row, points)
    const length = largest * Math.sqrt(cells.reduce((sum, value) => sum + (value / largest) ** 2, 0))
    for (let i = 0; i < cells.length; i++) cells[i]! /= length
  }
  return { ...points, values }
}

function centre(cells: Float64Array): void {
  if (cells.every((value) => value === cells[0])) cells.fill(0)
  const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length
  for (let i = 0; i < cells.length; i++) cells[i]! -= mean
}

function withoutDirection(fn: string, distance: DistanceName, row: number, { values, columns }: Dense): RangeError {
  const rule = distance === 'cosine' ? 'hold a number other than 0 for cosine' : 'vary over its columns for correlation'
  return rangeError(fn, `points[${row}]`, rule, values[row * columns])
}
