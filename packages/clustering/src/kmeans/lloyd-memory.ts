import type { Region, Scope, Scratch } from '@clientele/compute'
import { tileCountOf, tilesLength } from './center-tiles.js'
import { rowsPerBlock } from '../over-rows.js'
import type { PointsInMemory } from './points-in-memory.js'

/** What Lloyd's algorithm keeps beside the points, for runs with one number of clusters, one after the other. */
export interface LloydMemory extends PointsInMemory {
  readonly k: number
  /** Centers as the caller has them, row after row. */
  readonly centers: Region<'f64'>
  /** Centers as the assigning kernel reads them. */
  readonly tiles: Region<'f64'>
  readonly tileCount: number
  /** Cluster → by how much the limits of its rows have come nearer since the run began. */
  readonly drops: Region<'f64'>
  /** Row → its cluster. */
  readonly labels: Region<'i32'>
  /** Row → the drop of its cluster up to which it surely stays. */
  readonly limits: Region<'f64'>
  /** Row → squared distance to its center, where asked for. */
  readonly distances: Region<'f64'>
  /** Row → the cluster in whose sums it is. */
  readonly counted: Region<'i32'>
  /** Block and cluster → weighted sum of rows, their weight, their number. */
  readonly sums: Region<'f64'>
  /** Block → rows that changed their cluster. */
  readonly moved: Region<'i32'>
  /** Rows of one block of assigning. */
  readonly assignRows: number
  /** Rows of one block of sums. */
  readonly sumRows: number
  /** Whether all rows are in one block of sums. */
  readonly oneBlock: boolean
}

/** Sums of a block are worth their memory when it has more rows than clusters. */
const SUM_ROWS = 2 ** 13

/** Makes room for runs of Lloyd's algorithm with k clusters. */
export function lloydMemory(scope: Scope, points: PointsInMemory, k: number): LloydMemory {
  const { rows, columns } = points
  const sumRows = Math.max(SUM_ROWS, 2 * k)
  const blocks = Math.ceil(rows / sumRows)
  return {
    ...points,
    k,
    centers: scope.room('f64', k * columns),
    tiles: scope.room('f64', tilesLength(k, columns)),
    tileCount: tileCountOf(k),
    drops: scope.room('f64', k),
    labels: scope.room('i32', rows),
    limits: scope.room('f64', rows),
    distances: scope.room('f64', rows),
    counted: scope.room('i32', rows),
    sums: scope.room('f64', blocks * k * (columns + 2)),
    moved: scope.room('i32', blocks),
    assignRows: rowsPerBlock(tileCountOf(k) * 8 * columns),
    sumRows,
    oneBlock: blocks === 1,
  }
}

/** Room for the rows that a kernel lists in one block. */
export function rowList(blockRows: number): Scratch {
  return { scratch: 'i32', length: blockRows }
}
