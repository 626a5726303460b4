/** Squared distance of a row to a center whose columns stand `step` apart. */
function squaredDistance(
  points: Float64Array,
  row: number,
  columns: number,
  center: Float64Array,
  at: number,
  step: number,
): number {
  let sum = 0
  for (let column = 0; column < columns; column++) {
    const gap = points[row * columns + column]! - center[at + column * step]!
    sum += gap * gap
  }
  return sum
}

/**
 * into[block][c] = what would be left of the weighted squared distances of the block if candidate c were picked too.
 * Candidates come in pairs: column c of pair p stands at (p * columns + c) * 2.
 */
export function potentials(
  points: Float64Array,
  columns: number,
  weights: Float64Array,
  weighted: number,
  candidates: Float64Array,
  pairs: number,
  distances: Float64Array,
  into: Float64Array,
  blockRows: number,
  start: number,
  end: number,
): void {
  for (let candidate = 0; candidate < 2 * pairs; candidate++) {
    const at = (candidate >> 1) * columns * 2 + (candidate & 1)
    let total = 0
    for (let row = start; row < end; row++) {
      const distance = squaredDistance(points, row, columns, candidates, at, 2)
      const least = Math.min(distances[row]!, distance)
      total += weighted === 1 ? least * weights[row]! : least
    }
    into[(start / blockRows) * 2 * pairs + candidate] = total
  }
}

/** distances[r] = the less of itself and the squared distance to `center`; into[block] = their weighted sum. */
export function lowerDistances(
  points: Float64Array,
  columns: number,
  weights: Float64Array,
  weighted: number,
  center: Float64Array,
  distances: Float64Array,
  into: Float64Array,
  blockRows: number,
  start: number,
  end: number,
): void {
  let total = 0
  for (let row = start; row < end; row++) {
    const least = Math.min(distances[row]!, squaredDistance(points, row, columns, center, 0, 1))
    distances[row] = least
    total += weighted === 1 ? weights[row]! * least : least
  }
  into[start / blockRows] = total
}
