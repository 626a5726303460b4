import type { Steps } from '@clientele/core'
import { fillTiles } from './center-tiles.js'
import { moveCenters } from './move-centers.js'
import { rowList, type LloydMemory } from './lloyd-memory.js'
import { overRows } from '../over-rows.js'
import { refillEmpty } from './refill-empty.js'

/** When a run ends: after so many rounds, or once all squared moves of centers add up to at most so much. */
export interface RunLimits {
  readonly iterations: number
  /** In the squared unit of the points. */
  readonly leastMove: number
}

/** How a run of Lloyd's algorithm ended. What it reached stands in its memory. */
export interface Rest {
  readonly iterations: number
  /** Whether labels no longer changed, or the centers stood still within the tolerance. */
  readonly converged: boolean
}

/**
 * Lloyd's algorithm from the centers in the memory, which it moves: every point joins its nearest center, every center
 * moves to the weighted mean of its points, until nothing changes. Each half can only lower the inertia.
 *
 * At most O(rows × k × columns) time per iteration; rows that surely stay where they are cost a comparison.
 * @see Lloyd (1982), "Least squares quantization in PCM", IEEE Transactions on Information Theory 28
 */
export function* lloyd(memory: LloydMemory, { iterations, leastMove }: RunLimits): Steps<Rest> {
  memory.labels.view().fill(0)
  memory.limits.view().fill(-Infinity)
  memory.counted.view().fill(-1)
  memory.drops.view().fill(0)
  for (let iteration = 1; iteration <= iterations; iteration++) {
    if (!(yield* assign(memory))) return { iterations: iteration, converged: true }
    if (moveCenters(memory) <= leastMove) {
      yield* assign(memory)
      return { iterations: iteration, converged: true }
    }
  }
  yield* assign(memory)
  return { iterations, converged: false }
}

/** Every point joins its nearest center and no cluster is left empty; true when a label changed. */
function* assign(memory: LloydMemory): Steps<boolean> {
  let changed = yield* assignOnce(memory)
  if (!changed && !memory.oneBlock) {
    // Sums that had rows added and taken away lose digits: come to rest on sums that were formed at once.
    yield* addMoves(memory, true)
    if (moveCenters(memory) > 0) changed = yield* assignOnce(memory)
  }
  // A refilled cluster may draw points from others: look again. It owns its point from then on, so k times at most.
  for (let pass = 0; pass <= memory.k && (yield* refillEmpty(memory)); pass++) {
    changed = true
    yield* addMoves(memory, false)
    if (pass < memory.k) yield* assignOnce(memory)
  }
  return changed
}

function* assignOnce(memory: LloydMemory): Steps<boolean> {
  const { rows, columns, points, tiles, tileCount, drops, labels, limits, assignRows } = memory
  fillTiles(memory.centers.view(), columns, tiles.view())
  const args = [points, columns, tiles, tileCount, drops, roundingOf(columns), labels, limits, rowList(assignRows)]
  yield* overRows(memory, 'assignRows', args, { rows, blockRows: assignRows, perRow: tileCount * 8 * columns })
  return yield* addMoves(memory, memory.oneBlock)
}

/** Brings the sums of the clusters up to date; true when a label had changed. */
function* addMoves(memory: LloydMemory, anew: boolean): Steps<boolean> {
  const { rows, columns, points, weights, weighted, k, labels, counted, sums, moved, sumRows } = memory
  const where = [k, labels, counted, anew ? 1 : 0, sums, moved, sumRows, rowList(Math.min(rows, sumRows))]
  const args = [points, columns, weights, weighted, ...where]
  yield* overRows(memory, 'addMoves', args, { rows, blockRows: sumRows, perRow: columns })
  return moved.view().some((count) => count > 0)
}

/** The share by which a distance, the root of a sum of so many squares, may be wrong; four times, to be on the safe side. */
function roundingOf(columns: number): number {
  return 4 * (columns + 8) * Number.EPSILON
}
