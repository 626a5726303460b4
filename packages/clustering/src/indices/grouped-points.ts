import { distinctRows } from '../distinct-rows.js'
import type { LabelledRows } from './labelled-rows.js'

/** Distinct rows, cluster by cluster, as the kernels of the silhouette take them. */
export interface GroupedPoints {
  /** Number of distinct rows; rows of two clusters are never one. */
  readonly count: number
  readonly columns: number
  /** The distinct rows, row after row. */
  readonly rows: Float64Array
  /** Distinct row → its cluster, ascending. */
  readonly owners: Int32Array
  /** Distinct row → how many rows it stands for. */
  readonly rowWeights: Float64Array
  /** Row given → its distinct row; -1 for a row that belongs to no cluster. */
  readonly placeOfRow: Int32Array
  /** The same rows column after column, each cluster filled up to an even number. */
  readonly points: Float64Array
  /** Point → how many rows it stands for: 0 for one that fills up. */
  readonly weights: Float64Array
  /** Cluster → its first point; then the number of points. */
  readonly starts: Int32Array
  /** Cluster → total weight. */
  readonly sizes: Float64Array
}

/** Merges rows that are equal and of one cluster, and sorts what is left by cluster. O(cells). */
export function groupedPoints(labelled: LabelledRows): GroupedPoints {
  const { columns } = labelled.points
  const { members, merged } = mergedMembers(labelled)
  const count = merged.points.rows
  const cells = merged.points.values
  const clusters = Int32Array.from({ length: count }, (_, row) => cells[row * (columns + 1) + columns]!)
  const { places, starts, firsts } = sortedByCluster(clusters, labelled.sizes.length)
  const [rows, owners, rowWeights] = [new Float64Array(count * columns), new Int32Array(count), new Float64Array(count)]
  const [points, weights] = [new Float64Array(starts.at(-1)! * columns), new Float64Array(starts.at(-1)!)]
  for (let row = 0; row < count; row++) {
    const cluster = clusters[row]!
    const place = places[row]!
    const point = starts[cluster]! + place - firsts[cluster]!
    owners[place] = cluster
    rowWeights[place] = weights[point] = merged.weights[row]!
    for (let column = 0; column < columns; column++) {
      const cell = cells[row * (columns + 1) + column]!
      rows[place * columns + column] = cell
      points[column * weights.length + point] = cell
    }
  }
  const placeOfRow = new Int32Array(labelled.points.rows).fill(-1)
  members.forEach((row, i) => (placeOfRow[row] = places[merged.labelOfRow[i]!]!))
  return { count, columns, rows, owners, rowWeights, placeOfRow, points, weights, starts, sizes: labelled.sizes }
}

/** The rows that belong to a cluster, and these without repeats, each with its cluster as a last column. */
function mergedMembers({ points, clusterOf, weights }: LabelledRows) {
  const { columns, values } = points
  const members = Int32Array.from(clusterOf.keys()).filter((row) => clusterOf[row]! >= 0)
  const keyed = new Float64Array(members.length * (columns + 1))
  members.forEach((row, i) => {
    const at = i * (columns + 1)
    for (let column = 0; column < columns; column++) keyed[at + column] = values[row * columns + column]!
    keyed[at + columns] = clusterOf[row]!
  })
  const own = weights && Float64Array.from(members, (row) => weights[row]!)
  const merged = distinctRows({ rows: members.length, columns: columns + 1, values: keyed }, own)
  return { members, merged }
}

/**
 * A stable counting sort: the place of each row, where each cluster begins, and where it would when each is filled up to an
 * even number.
 */
function sortedByCluster(clusters: Int32Array, k: number) {
  const counts = new Int32Array(k)
  for (const cluster of clusters) counts[cluster]!++
  const firsts = new Int32Array(k + 1)
  const starts = new Int32Array(k + 1)
  counts.forEach((count, cluster) => {
    firsts[cluster + 1] = firsts[cluster]! + count
    starts[cluster + 1] = starts[cluster]! + count + (count % 2)
  })
  const next = firsts.slice()
  return { places: clusters.map((cluster) => next[cluster]!++), starts, firsts }
}
