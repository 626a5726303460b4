import type { Region, Scope } from '@clientele/compute'
import type { Random, Steps } from '@clientele/core'
import { overRows } from '../over-rows.js'
import type { PointsInMemory } from './points-in-memory.js'

/** What seeding keeps beside the points, for runs with at most so many clusters, one after the other. */
export interface SeedMemory {
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
}

/** Rows of one block. */
const BLOCK = 2 ** 13

/** Makes room for seeding up to k clusters. */
export function seedMemory(scope: Scope, { rows, columns }: PointsInMemory, k: number): SeedMemory {
  const blocks = Math.ceil(rows / BLOCK)
  const pairs = Math.ceil(candidatesFor(k) / 2)
  return {
    distances: scope.room('f64', rows),
    candidates: scope.room('f64', 2 * pairs * columns),
    center: scope.room('f64', columns),
    trials: scope.room('f64', blocks * 2 * pairs),
    left: scope.room('f64', blocks),
  }
}

/** Candidates that greedy k-means++ draws for each further center. */
function candidatesFor(k: number): number {
  return 2 + Math.floor(Math.log(k))
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
  const { columns } = points
  const centroids = new Float64Array(k * columns)
  const picked = [firstByWeight(points, random)]
  const drawn = new Int32Array(candidatesFor(k))
  memory.distances.view().fill(Infinity)
  for (let cluster = 0; ; cluster++) {
    const row = picked[cluster]!
    const cells = points.points.view().subarray(row * columns, (row + 1) * columns)
    centroids.set(cells, cluster * columns)
    if (cluster === k - 1) return centroids
    memory.center.view().set(cells)
    yield* lowerDistances(points, memory)
    const potential = sum(memory.left.view())
    for (let i = 0; i < drawn.length; i++) {
      drawn[i] = potential > 0 ? draw(points, memory, random.next() * potential) : firstUnpicked(picked)
    }
    picked.push(yield* bestOf(points, memory, drawn))
  }
}

function* lowerDistances(points: PointsInMemory, { center, distances, left }: SeedMemory): Steps<void> {
  const { rows, columns, weights, weighted } = points
  const args = [points.points, columns, weights, weighted, center, distances, left, BLOCK]
  yield* overRows(points, 'lowerDistances', args, { rows, blockRows: BLOCK, perRow: columns })
}

/** The drawn row that leaves the least, the first of equal ones. */
function* bestOf(points: PointsInMemory, memory: SeedMemory, drawn: Int32Array): Steps<number> {
  const { rows, columns, weights, weighted } = points
  const { candidates, distances, trials } = memory
  const pairs = Math.ceil(drawn.length / 2)
  const values = points.points.view()
  const into = candidates.view()
  for (let candidate = 0; candidate < 2 * pairs; candidate++) {
    const row = drawn[Math.min(candidate, drawn.length - 1)]!
    const at = (candidate >> 1) * columns * 2 + (candidate & 1)
    for (let column = 0; column < columns; column++) into[at + 2 * column] = values[row * columns + column]!
  }
  const args = [points.points, columns, weights, weighted, candidates, pairs, distances, trials, BLOCK]
  yield* overRows(points, 'potentials', args, { rows, blockRows: BLOCK, perRow: 2 * pairs * columns })
  const left = new Float64Array(2 * pairs)
  const blocks = trials.view()
  for (let at = 0; at < Math.ceil(rows / BLOCK) * 2 * pairs; at++) left[at % (2 * pairs)]! += blocks[at]!
  let best = 0
  for (let i = 1; i < drawn.length; i++) if (left[i]! < left[best]!) best = i
  return drawn[best]!
}

/** A row with probability proportional to its weight. */
function firstByWeight({ rows, weights, weighted }: PointsInMemory, random: Random): number {
  if (weighted === 0) return random.integer(rows)
  const each = weights.view()
  return atTotal(each, undefined, 0, rows, random.next() * sum(each))
}

/** The row at which the running total of weight × squared distance passes `target`; never one that adds nothing. */
function draw({ rows, weights, weighted }: PointsInMemory, { distances, left }: SeedMemory, target: number): number {
  const blocks = left.view()
  let before = 0
  let block = 0
  while (block < blocks.length - 1 && before + blocks[block]! <= target) before += blocks[block++]!
  // A target that was rounded up to the total runs past all blocks: go back to the last that adds something.
  while (block > 0 && blocks[block] === 0) block--
  const each = weighted === 1 ? weights.view() : undefined
  return atTotal(distances.view(), each, block * BLOCK, Math.min(rows, (block + 1) * BLOCK), target - before)
}

/** The first row at which the running total of weight × value passes `target`, or the last that adds something. */
function atTotal(
  values: Float64Array,
  weights: Float64Array | undefined,
  start: number,
  end: number,
  target: number,
): number {
  let total = 0
  let last = start
  for (let row = start; row < end; row++) {
    const step = weights === undefined ? values[row]! : weights[row]! * values[row]!
    if (step > 0) last = row
    total += step
    if (total > target) return last
  }
  return last
}

function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** For rows so close together that their squared distances are all rounded to 0. */
function firstUnpicked(picked: readonly number[]): number {
  const taken = new Set(picked)
  let row = 0
  while (taken.has(row)) row++
  return row
}
