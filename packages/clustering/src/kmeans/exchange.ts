import type { Steps } from '@clientele/core'
import type { LloydMemory } from './lloyd-memory.js'
import { PAUSE } from '../pace.js'
import { countsOf, massesOf } from './cluster-totals.js'

/** An exchange must lower the inertia by more than this share of its parts: rounding could go round in circles. */
const LEAST_GAIN = 1 - 1e-12

/**
 * Moves single rows to another cluster wherever that lowers the inertia, with both centers following at once, until no row
 * can move. What Lloyd's algorithm cannot leave, this often can: a row may be nearest to its own center only because it
 * pulls the center.
 *
 * O(rows × k × columns) time for each sweep.
 * @returns whether a row moved
 * @see Hartigan and Wong (1979), "Algorithm AS 136: A K-Means Clustering Algorithm", Applied Statistics 28
 */
export function* exchangeRows(memory: LloydMemory): Steps<boolean> {
  const { k, rows, columns, points, weights, weighted, centers, labels, pace } = memory
  const exchange = {
    k,
    columns,
    values: points.view(),
    weights: weighted === 1 ? weights.view() : undefined,
    centers: centers.view(),
    labels: labels.view(),
    counts: countsOf(memory),
    masses: massesOf(memory),
  }
  for (let sweep = 0; ; sweep++) {
    let moved = false
    for (let row = 0; row < rows; row++) {
      if (moveRow(exchange, row)) moved = true
      if (pace.due(k * columns)) yield PAUSE
    }
    if (!moved) return sweep > 0
  }
}

interface Exchange {
  readonly k: number
  readonly columns: number
  readonly values: Float64Array
  readonly weights: Float64Array | undefined
  readonly centers: Float64Array
  readonly labels: Int32Array
  readonly counts: Float64Array
  readonly masses: Float64Array
}

/** Moves a row to the cluster where it adds least, if it adds less there than it takes away here. */
function moveRow(exchange: Exchange, row: number): boolean {
  const { k, weights, labels, counts, masses } = exchange
  const from = labels[row]!
  if (counts[from] === 1) return false
  const weight = weights === undefined ? 1 : weights[row]!
  const rest = masses[from]! - weight
  if (!(rest > 0)) return false
  const freed = ((masses[from]! * weight) / rest) * squaredDistance(exchange, row, from) * LEAST_GAIN
  let to = -1
  let least = freed
  for (let center = 0; center < k; center++) {
    if (center === from) continue
    const mass = masses[center]!
    const added = ((mass * weight) / (mass + weight)) * squaredDistance(exchange, row, center)
    if (added < least) {
      least = added
      to = center
    }
  }
  if (to < 0) return false
  shiftCenter(exchange, row, from, -weight)
  shiftCenter(exchange, row, to, weight)
  counts[from]!--
  counts[to]!++
  labels[row] = to
  return true
}

/** Adds a weight of the row to a cluster: its center moves by the row's share. */
function shiftCenter(
  { columns, values, centers, masses }: Exchange,
  row: number,
  center: number,
  weight: number,
): void {
  masses[center]! += weight
  for (let column = 0; column < columns; column++) {
    const at = center * columns + column
    centers[at]! += ((values[row * columns + column]! - centers[at]!) * weight) / masses[center]!
  }
}

function squaredDistance({ columns, values, centers }: Exchange, row: number, center: number): number {
  let sum = 0
  for (let column = 0; column < columns; column++) {
    const gap = values[row * columns + column]! - centers[center * columns + column]!
    sum += gap * gap
  }
  return sum
}
