import type { Region, Scope } from '@clientele/compute'
import type { Random, Steps } from '@clientele/core'
import { bindKernel, overRowsAgain, type BoundKernel } from '../over-rows.js'
import type { PointsInMemory } from './points-in-memory.js'

/** What seeding keeps beside the points, for runs with so many clusters, one after the other. */
export interface SeedMemory {
  /** Candidates that greedy k-means++ draws for each further center. */
  readonly drawn: Int32Array
  /** Row → squared distance to the nearest row picked so far. */
  readonly distances: Region<'f64'>
  /** Candidates in pairs, column by column. */
  readonly candidates: Region<'f64'>
  /** The row that was picked last. */
  readonly center: Region<'f64'>
  /** Block and candidate → what would be left. */
  readonly trials: Region<'f64'>
  /** Block → weighted sum of the distances. */
  readonly left: Region<'f64'>
  /** Running totals of a block. */
  readonly totals: Float64Array
  /** The kernel that lowers the distances to the center. */
  readonly lowering: BoundKernel
  /** The kernel that tries the candidates. */
  readonly trying: BoundKernel
}

/** Rows of one block. */
const BLOCK = 2 ** 13

/** Makes room for seeding k clusters. */
export function seedMemory(scope: Scope, placed: PointsInMemory, k: number): SeedMemory {
  const { engine, rows, columns, points, weights, weighted } = placed
  const blocks = Math.ceil(rows / BLOCK)
  const drawn = new Int32Array(2 + Math.floor(Math.log(k)))
  const pairs = Math.ceil(drawn.length / 2)
  const memory = {
    drawn,
    distances: scope.room('f64', rows),
    candidates: scope.room('f64', 2 * pairs * columns),
    center: scope.room('f64', columns),
    trials: scope.room('f64', blocks * 2 * pairs),
    left: scope.room('f64', blocks),
    totals: new Float64Array(Math.min(rows, BLOCK)),
  }
  const { distances, candidates, center, trials, left } = memory
  const rowsOf = [points, columns, weights, weighted]
  return {
    ...memory,
    lowering: bindKernel(engine, 'lowerDistances', [...rowsOf, center, distances, left, BLOCK]),
    trying: bindKernel(engine, 'potentials', [...rowsOf, candidates, pairs, distances, trials, BLOCK]),
  }
}

/**
 * Picks k distinct rows to start from: greedy k-means++.
 *
 * The first row is drawn by weight. For each further one, 2 + ⌊ln k⌋ candidates are drawn with probability proportional
 * to weight × squared distance to the nearest row already picked, and the one that leaves the least total of these is
 * kept (of equal ones the first drawn).
 *
 * O(rows × columns × k ln k) time.
 * @returns the picked rows as centroids, k × columns numbers
 * @see Arthur and Vassilvitskii (2007), "k-means++: The Advantages of Careful Seeding", SODA, section 7 for the greedy
 * form
 */
export function* seedCentroids(
  points: PointsInMemory,
  memory: SeedMemory,
  k: number,
  random: Random,
): Steps<Float64Array> {
  const { rows, columns } = points
  const centroids = new Float64Array(k * columns)
  const picked = [firstByWeight(points, random)]
  memory.distances.view().fill(Infinity)
  for (let cluster = 0; ; cluster++) {
    const row = picked[cluster]!
    const values = points.points.view()
    const center = memory.center.view()
    for (let column = 0; column < columns; column++) {
      center[column] = values[row * columns + column]!
      centroids[cluster * columns + column] = center[column]!
    }
    if (cluster === k - 1) return centroids
    yield* overRowsAgain(points, memory.lowering, { rows, blockRows: BLOCK, perRow: columns })
    if (!drawRows(points, memory, random)) memory.drawn.fill(firstUnpicked(picked))
    picked.push(yield* bestOf(points, memory))
  }
}

/** The drawn row that leaves the least, the first of equal ones. */
function* bestOf(points: PointsInMemory, { drawn, candidates, trials, trying }: SeedMemory): Steps<number> {
  const { rows, columns } = points
  const pairs = Math.ceil(drawn.length / 2)
  const values = points.points.view()
  const into = candidates.view()
  for (let candidate = 0; candidate < 2 * pairs; candidate++) {
    const row = drawn[Math.min(candidate, drawn.length - 1)]!
    const at = (candidate >> 1) * columns * 2 + (candidate & 1)
    for (let column = 0; column < columns; column++) into[at + 2 * column] = values[row * columns + column]!
  }
  yield* overRowsAgain(points, trying, { rows, blockRows: BLOCK, perRow: 2 * pairs * columns })
  const blocks = trials.view()
  let best = 0
  let least = Infinity
  for (let candidate = 0; candidate < drawn.length; candidate++) {
    let left = 0
    for (let at = candidate; at < blocks.length; at += 2 * pairs) left += blocks[at]!
    if (left < least) {
      least = left
      best = candidate
    }
  }
  return drawn[best]!
}

/** A row with probability proportional to its weight. */
function firstByWeight({ rows, weights, weighted }: PointsInMemory, random: Random): number {
  if (weighted === 0) return random.integer(rows)
  const each = weights.view()
  return firstAbove(runningTotals(new Float64Array(rows), each, undefined, 0, rows), rows, random.next() * sum(each))
}

/**
 * Draws rows with probability proportional to weight × squared distance, never one that adds nothing; false when none
 * does, because rows are so close together that all squared distances are rounded to 0.
 */
function drawRows(
  { rows, weights, weighted }: PointsInMemory,
  { distances, left, drawn, totals }: SeedMemory,
  random: Random,
): boolean {
  const blocks = left.view()
  const potential = sum(blocks)
  const each = weighted === 1 ? weights.view() : undefined
  if (!(potential > 0)) return false
  let totalled = -1
  for (let i = 0; i < drawn.length; i++) {
    const target = random.next() * potential
    let before = 0
    let block = 0
    while (block < blocks.length - 1 && before + blocks[block]! <= target) before += blocks[block++]!
    // A target that was rounded up to the total runs past all blocks: go back to the last that adds something.
    while (block > 0 && blocks[block] === 0) block--
    const start = block * BLOCK
    const end = Math.min(rows, start + BLOCK)
    if (block !== totalled) runningTotals(totals, distances.view(), each, start, end)
    totalled = block
    drawn[i] = start + firstAbove(totals, end - start, target - before)
  }
  return true
}

/** totals[i] = the sum of weight × value of the rows from `start` to start + i. */
function runningTotals(
  totals: Float64Array,
  values: Float64Array,
  weights: Float64Array | undefined,
  start: number,
  end: number,
): Float64Array {
  let total = 0
  if (weights === undefined) for (let row = start; row < end; row++) totals[row - start] = total += values[row]!
  else for (let row = start; row < end; row++) totals[row - start] = total += weights[row]! * values[row]!
  return totals
}

/** The first place at which a running total passes `target`, or the last place that adds something. */
function firstAbove(totals: Float64Array, length: number, target: number): number {
  const most = totals[length - 1]!
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (totals[middle]! > target || totals[middle] === most) high = middle
    else low = middle + 1
  }
  return low
}

function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** The first row that is not picked. */
function firstUnpicked(picked: readonly number[]): number {
  const taken = new Set(picked)
  let row = 0
  while (taken.has(row)) row++
  return row
}
