import type { KernelArgument, Region, Scope, Scratch } from '@clientele/compute'
import type { Steps } from '@clientele/core'
import { tileCountOf, tilesLength } from './center-tiles.js'
import { rowsPerBlock, runsHere } from '../over-rows.js'
import { narrowColumns } from '../kernels/narrow.js'
import { narrowPoints, type NarrowPoints } from './narrow-points.js'
import type { PointsInMemory } from './points-in-memory.js'

/** What Lloyd's algorithm keeps beside the points, for runs with one number of clusters, one after the other. */
export interface LloydMemory extends PointsInMemory {
  readonly k: number
  /** Centers as the caller has them, row after row. */
  readonly centers: Region<'f64'>
  /** Centers as the assigning kernel reads them. */
  readonly tiles: Region<'f64'>
  readonly tileCount: number
  /** The rows once more in single precision, where there are many. */
  readonly narrow: NarrowPoints | undefined
  /** Cluster → by how much the limits of its rows have come nearer since the run began. */
  readonly drops: Region<'f64'>
  /** Row → its cluster. */
  readonly labels: Region<'i32'>
  /** Row → the drop of its cluster up to which it surely stays. */
  readonly limits: Region<'f64'>
  /** Row → squared distance to its center, where asked for. */
  readonly distances: Region<'f64'>
  /** Block and cluster → weighted sum of rows, their weight, their number. */
  readonly sums: Region<'f64'>
  /** Block of assigning → rows that changed their cluster. */
  readonly moved: Region<'i32'>
  /** What the assigning kernel needs for a block: a list of its rows, and narrow rows brought together. */
  readonly working: readonly KernelArgument[]
  /** Rows of one block of assigning. */
  readonly assignRows: number
  /** Rows of one block of sums. */
  readonly sumRows: number
  /** What assigning does with the sums of its block: mends them where rows move, forms them anew (of few rows), or nothing. */
  readonly sumsInPassing: 'mended' | 'anew' | 'none'
}

/** Sums of a block are worth their memory when it has more rows than clusters. */
const SUM_ROWS = 2 ** 12

/** Multiplications of a block of assigning up to which it is also one of sums: about five milliseconds. */
const SAME_OPERATIONS = 2 ** 24

/** Makes room for runs of Lloyd's algorithm with k clusters. */
export function* lloydMemory(scope: Scope, points: PointsInMemory, k: number): Steps<LloydMemory> {
  const { rows, columns } = points
  const sumRows = Math.max(SUM_ROWS, 2 * k)
  const perRow = tileCountOf(k) * 8 * columns
  // Where assigning takes long, its blocks are shorter than those of the sums, and forming sums is the lesser work.
  const sameBlocks = Math.min(rows, sumRows) * perRow <= SAME_OPERATIONS
  const assignRows = sameBlocks ? sumRows : rowsPerBlock(perRow)
  const working = workingMemory(Math.min(rows, assignRows), columns)
  return {
    ...points,
    k,
    centers: scope.room('f64', k * columns),
    tiles: scope.room('f64', tilesLength(k, columns)),
    tileCount: tileCountOf(k),
    narrow: yield* narrowPoints(scope, points, k),
    drops: scope.room('f64', k),
    labels: scope.room('i32', rows),
    limits: scope.room('f64', rows),
    distances: scope.room('f64', rows),
    sums: scope.room('f64', Math.ceil(rows / sumRows) * k * (columns + 2)),
    moved: scope.room('i32', Math.ceil(rows / assignRows)),
    // Small problems run in this thread, thousands of times: they get their working memory once and for all.
    working: runsHere({ rows, perRow }) ? working.map(({ scratch, length }) => scope.room(scratch, length)) : working,
    assignRows,
    sumRows,
    sumsInPassing: !sameBlocks ? 'none' : rows > sumRows ? 'mended' : 'anew',
  }
}

/** Narrow rows that the assigning kernel brings together. */
const TOGETHER = 64

/** Room for the rows that the assigning kernel lists in a block, and for narrow rows and what is found of each. */
export function workingMemory(blockRows: number, columns: number): readonly Scratch[] {
  return [
    { scratch: 'i32', length: blockRows },
    { scratch: 'f32', length: TOGETHER * (narrowColumns(columns) + 2) },
  ]
}
