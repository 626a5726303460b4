/**
 * Gives each row from `start` to `end` the label of its nearest centroid (the lower one of two equally near) and notes
 * the squared Euclidean distance.
 *
 * Points and centroids are row-major with `columns` numbers a row. Rows go in pairs, so that a centroid is read once
 * for both, which halves the time; the last of an odd number is its own partner. O(rows × centroids × columns), no
 * memory.
 * @returns how many labels changed
 */
export function assignRows(
  values: Float64Array,
  columns: number,
  centroids: Float64Array,
  start: number,
  end: number,
  labels: Int32Array,
  distances: Float64Array,
): number {
  let changed = 0
  for (let row = start; row < end; row += 2) {
    const other = row + 1 < end ? row + 1 : row
    const at = row * columns
    const otherAt = other * columns
    let nearest = 0
    let otherNearest = 0
    let least = Infinity
    let otherLeast = Infinity
    for (let cluster = 0, from = 0; from < centroids.length; cluster++, from += columns) {
      let distance = 0
      let otherDistance = 0
      for (let column = 0; column < columns; column++) {
        const centre = centroids[from + column]!
        const gap = values[at + column]! - centre
        const otherGap = values[otherAt + column]! - centre
        distance += gap * gap
        otherDistance += otherGap * otherGap
      }
      if (distance < least) {
        least = distance
        nearest = cluster
      }
      if (otherDistance < otherLeast) {
        otherLeast = otherDistance
        otherNearest = cluster
      }
    }
    changed += note(labels, distances, row, nearest, least) + note(labels, distances, other, otherNearest, otherLeast)
  }
  return changed
}

function note(labels: Int32Array, distances: Float64Array, row: number, nearest: number, least: number): number {
  const changed = labels[row] === nearest ? 0 : 1
  labels[row] = nearest
  distances[row] = least
  return changed
}
