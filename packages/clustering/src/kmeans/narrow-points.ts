import type { Region, Scope } from '@clientele/compute'
import type { Steps } from '@clientele/core'
import { narrowColumns } from '../kernels/narrow.js'
import { overRows } from '../over-rows.js'
import { TILE, tileCountOf, tilesLength } from './center-tiles.js'
import type { PointsInMemory } from './points-in-memory.js'

/** Rows and centers in single precision, less what is common to them: what decides in most cases. */
export interface NarrowPoints {
  /** Row after row, an even number of columns. */
  readonly rows: Region<'f32'>
  /** The centers in tiles. */
  readonly tiles: Region<'f32'>
  /** What was taken off each column, so that small differences between large numbers keep their digits. */
  readonly shift: Region<'f64'>
}

/** Fewer rows stay in the caches as they are. */
const LEAST_ROWS = 2 ** 14
/** Rows that the shift is the mean of. Any shift is right, one amid the rows is good. */
const SAMPLE_ROWS = 2 ** 10
/** Cells written in one block. */
const BLOCK_CELLS = 2 ** 17

/** Where rows in both precisions and what is kept of each row would take more, they would not all fit in 4 GiB. */
const MOST_BYTES = 3.5 * 2 ** 30
/** Label, limit, distance. */
const KEPT_BYTES = 20

/** Copies many rows in single precision, for assigning them to k centers; undefined for few, and where memory is short. */
export function* narrowPoints(scope: Scope, placed: PointsInMemory, k: number): Steps<NarrowPoints | undefined> {
  const { rows, columns, points } = placed
  const width = narrowColumns(columns)
  if (rows < LEAST_ROWS || rows * (8 * columns + 4 * width + KEPT_BYTES) > MOST_BYTES) return undefined
  const narrow = {
    rows: scope.room('f32', rows * width),
    tiles: scope.room('f32', tilesLength(k, width)),
    shift: scope.copy(sampleMeans(placed)),
  }
  const blockRows = Math.max(1, Math.floor(BLOCK_CELLS / columns))
  yield* overRows(placed, 'narrowRows', [points, columns, narrow.shift, narrow.rows], {
    rows,
    blockRows,
    perRow: columns,
  })
  return narrow
}

function sampleMeans({ rows, columns, points }: PointsInMemory): Float64Array {
  const values = points.view()
  const step = Math.ceil(rows / SAMPLE_ROWS)
  const means = new Float64Array(columns)
  const taken = Math.ceil(rows / step)
  for (let row = 0; row < rows; row += step) {
    for (let column = 0; column < columns; column++) means[column]! += values[row * columns + column]! / taken
  }
  return means
}

/** Writes the centers, row after row, into narrow tiles as the rows are; returns the length of the longest center there. */
export function fillNarrowTiles(centers: Float64Array, columns: number, { shift, tiles }: NarrowPoints): number {
  const k = centers.length / columns
  const width = narrowColumns(columns)
  const less = shift.view()
  const into = tiles.view().fill(0)
  let reach = 0
  for (let center = 0; center < tileCountOf(k) * TILE; center++) {
    const at = Math.floor(center / TILE) * width * TILE + (center % TILE)
    let squares = 0
    for (let column = 0; column < columns; column++) {
      const value = center < k ? centers[center * columns + column]! - less[column]! : Infinity
      into[at + column * TILE] = value
      squares += value * value
    }
    if (center < k) reach = Math.max(reach, Math.sqrt(squares))
  }
  return reach
}
