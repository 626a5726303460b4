import type { Progress, Steps } from '@clientele/core'
import type { Pace } from '../pace.js'

/** Points of one node that is not split any further. */
const LEAF = 16

/** A k-d tree: points sorted so that the middle of every range of more than a leaf parts it along one column. */
export interface PointTree {
  readonly columns: number
  /** The points in the order of the tree, row-major. */
  readonly values: Float64Array
  /** Position in the tree → row given. */
  readonly rowOf: Int32Array
  /** Middle of a range → the column along which it is parted. */
  readonly axes: Int32Array
}

/**
 * Sorts points into a k-d tree; each range is parted at the median of its widest column.
 *
 * O(rows × columns × log rows) time; a copy of the points and two integers a row of memory.
 * @param values row-major, `columns` finite numbers a row
 * @see Bentley (1975), "Multidimensional Binary Search Trees Used for Associative Searching", Communications of the ACM 18
 */
export function* pointTree(values: Float64Array, columns: number, pace: Pace, progress: Progress): Steps<PointTree> {
  const rows = values.length / columns
  const rowOf = Int32Array.from({ length: rows }, (_, row) => row)
  const axes = new Int32Array(rows)
  const ranges = [0, rows - 1]
  while (ranges.length > 0) {
    const right = ranges.pop()!
    const left = ranges.pop()!
    if (right - left < LEAF) continue
    const middle = (left + right) >> 1
    axes[middle] = widestColumn(values, columns, rowOf, left, right)
    partAt(middle, values, columns, axes[middle], rowOf, left, right)
    ranges.push(left, middle - 1, middle + 1, right)
    if (pace.due((right - left) * (columns + 4))) yield progress
  }
  const sorted = new Float64Array(values.length)
  rowOf.forEach((row, at) => sorted.set(values.subarray(row * columns, (row + 1) * columns), at * columns))
  return { columns, values: sorted, rowOf, axes }
}

/** What lies around a point. The arrays are used again by the next search. */
export interface Neighbors {
  /** How many were found. */
  count: number
  /** Their positions in the tree. */
  readonly at: Int32Array
  /** Their squared distances. */
  readonly distances: Float64Array
}

/** Room for the neighbours of one point: as many as there are points. */
export function roomForNeighbors({ rowOf }: PointTree): Neighbors {
  return { count: 0, at: new Int32Array(rowOf.length), distances: new Float64Array(rowOf.length) }
}

/**
 * Finds all points within a squared distance of a point given by its numbers, itself included when it is in the tree.
 *
 * Squares are added column by column, so that a range is passed over only when each of its points would be too.
 * O(log rows + points found) time for a small radius in a few columns.
 */
export function neighborsWithin(tree: PointTree, point: Float64Array, squaredRadius: number, into: Neighbors): void {
  into.count = 0
  search(tree, point, squaredRadius, into, 0, tree.rowOf.length - 1)
}

function search(
  tree: PointTree,
  point: Float64Array,
  squaredRadius: number,
  into: Neighbors,
  left: number,
  right: number,
): void {
  if (right - left < LEAF) {
    collect(tree, point, squaredRadius, into, left, right)
    return
  }
  const middle = (left + right) >> 1
  const axis = tree.axes[middle]!
  const gap = point[axis]! - tree.values[middle * tree.columns + axis]!
  const near = gap * gap <= squaredRadius
  if (gap <= 0 || near) search(tree, point, squaredRadius, into, left, middle - 1)
  if (near) collect(tree, point, squaredRadius, into, middle, middle)
  if (gap >= 0 || near) search(tree, point, squaredRadius, into, middle + 1, right)
}

function collect(
  { values, columns }: PointTree,
  point: Float64Array,
  squaredRadius: number,
  into: Neighbors,
  left: number,
  right: number,
): void {
  for (let at = left, from = left * columns; at <= right; at++, from += columns) {
    let distance = 0
    for (let column = 0; column < columns; column++) {
      const gap = point[column]! - values[from + column]!
      distance += gap * gap
    }
    if (distance > squaredRadius) continue
    into.at[into.count] = at
    into.distances[into.count++] = distance
  }
}

function widestColumn(values: Float64Array, columns: number, rowOf: Int32Array, left: number, right: number): number {
  let widest = 0
  let span = -1
  for (let column = 0; column < columns; column++) {
    let min = Infinity
    let max = -Infinity
    for (let at = left; at <= right; at++) {
      const value = values[rowOf[at]! * columns + column]!
      if (value < min) min = value
      if (value > max) max = value
    }
    if (max - min > span) {
      span = max - min
      widest = column
    }
  }
  return widest
}

/** Hoare's selection: what is less in a column than the `target`-th goes before it, what is more behind it. */
function partAt(
  target: number,
  values: Float64Array,
  columns: number,
  axis: number,
  rowOf: Int32Array,
  from: number,
  to: number,
): void {
  const key = (at: number) => values[rowOf[at]! * columns + axis]!
  let left = from
  let right = to
  while (left < right) {
    const pivot = key((left + right) >> 1)
    let low = left
    let high = right
    while (low <= high) {
      while (key(low) < pivot) low++
      while (key(high) > pivot) high--
      if (low > high) break
      const moved = rowOf[low]!
      rowOf[low++] = rowOf[high]!
      rowOf[high--] = moved
    }
    if (target <= high) right = high
    else if (target >= low) left = low
    else return
  }
}
