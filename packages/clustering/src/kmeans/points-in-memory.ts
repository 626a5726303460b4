import { inPieces, type Engine, type Region, type Scope } from '@clientele/compute'
import type { Steps } from '@clientele/core'
import { checkCells, LARGEST_CELL } from '../check-points.js'
import { overRows } from '../over-rows.js'
import { Pace } from '../pace.js'
import type { RowsToCluster } from './rows-to-cluster.js'

/** Points where the kernels can read them. */
export interface PointsInMemory {
  readonly engine: Engine
  /** Says when little work has become much. */
  readonly pace: Pace
  readonly rows: number
  readonly columns: number
  readonly points: Region<'f64'>
  /** One number per row, or a single one that nobody reads. */
  readonly weights: Region<'f64'>
  /** 1 when rows have weights of their own, 0 when each weighs 1. */
  readonly weighted: 0 | 1
}

/** Cells that are checked in one block. */
const CHECKED_CELLS = 2 ** 19

/** Copies points into the engine's memory, where cells that have not been looked at are checked in the name of `fn`. */
export function* pointsInMemory(
  fn: string,
  engine: Engine,
  scope: Scope,
  { rows, columns, values, weights, input, checked }: RowsToCluster,
): Steps<PointsInMemory> {
  const points = scope.room('f64', values.length)
  yield inPieces(values.length, (start, end) => points.view().set(values.subarray(start, end), start))
  const pace = new Pace()
  if (!checked) {
    const within = scope.room('i32', Math.ceil(values.length / CHECKED_CELLS))
    const blocks = { rows: values.length, blockRows: CHECKED_CELLS, perRow: 1 }
    yield* overRows({ engine, pace }, 'withinLimit', [points, LARGEST_CELL, within, CHECKED_CELLS], blocks)
    if (within.view().includes(0)) checkCells(fn, 'points', input)
  }
  const placed = scope.copy(weights ?? Float64Array.of(1))
  return { engine, pace, rows, columns, points, weights: placed, weighted: weights === undefined ? 0 : 1 }
}
