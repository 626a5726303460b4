import type { Dense } from '@clientele/core'

/** The nearest centroid of one row, the lower of two equally near, by squared differences in the order of the columns. */
export function nearestCentroid(row: Float64Array, { rows, columns, values }: Dense): number {
  let nearest = 0
  let least = Infinity
  for (let centroid = 0; centroid < rows; centroid++) {
    let distance = 0
    for (let column = 0; column < columns; column++) {
      const gap = row[column]! - values[centroid * columns + column]!
      distance += gap * gap
    }
    if (distance < least) {
      least = distance
      nearest = centroid
    }
  }
  return nearest
}
