import type { Steps } from '@clientele/core'
import { fillTiles } from './center-tiles.js'
import { fillNarrowTiles } from './narrow-points.js'
import { moveCenters } from './move-centers.js'
import type { LloydMemory } from './lloyd-memory.js'
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
  memory.drops.view().fill(0)
  for (let iteration = 1; iteration <= iterations; iteration++) {
    const changed = yield* assign(memory, iteration === 1)
    if (!changed) return { iterations: iteration, converged: true }
    if (moveCenters(memory) <= leastMove) {
      yield* assign(memory)
      return { iterations: iteration, converged: true }
    }
  }
  yield* assign(memory, iterations === 0)
  return { iterations, converged: false }
}

/** Every point joins its nearest center and no cluster is left empty; true when a label changed, or at the `start`. */
function* assign(memory: LloydMemory, start = false): Steps<boolean> {
  let changed = yield* assignOnce(memory, start)
  if (!changed && memory.sumsInPassing === 'mended') {
    // Sums that had rows added and taken away lose digits: come to rest on sums that were formed at once.
    yield* sumRows(memory)
    if (moveCenters(memory) > 0) changed = yield* assignOnce(memory)
  }
  // A refilled cluster may draw points from others: look again. It owns its point from then on, so k times at most.
  for (let pass = 0; pass <= memory.k && (yield* refillEmpty(memory)); pass++) {
    changed = true
    yield* sumRows(memory)
    if (pass < memory.k) yield* assignOnce(memory)
  }
  return changed
}

/** Every point joins its nearest center and the sums of the clusters come up to date. */
function* assignOnce(memory: LloydMemory, start = false): Steps<boolean> {
  const { rows, columns, points, weights, weighted, tiles, tileCount, narrow, drops, labels, limits, k } = memory
  const { sums, sumsInPassing, moved, assignRows } = memory
  const centers = memory.centers.view()
  fillTiles(centers, columns, tiles.view())
  const reach = narrow === undefined ? Infinity : fillNarrowTiles(centers, columns, narrow)
  const near = [points, columns, weights, weighted, tiles, tileCount, narrow?.rows ?? 0, narrow?.tiles ?? 0, reach]
  const into = [drops, labels, limits, k, modeOf(sumsInPassing, start), sums, moved, assignRows]
  const args = [...near, ...into, ...memory.working]
  yield* overRows(memory, 'assignRows', args, { rows, blockRows: assignRows, perRow: tileCount * 8 * columns })
  if (sumsInPassing === 'none') yield* sumRows(memory)
  return start || moved.view().some((count) => count > 0)
}

/** The kernel's number for what it does with the sums; at the start there is nothing to mend. */
function modeOf(sums: LloydMemory['sumsInPassing'], start: boolean): number {
  if (sums === 'none') return 0
  return sums === 'mended' && !start ? 1 : 2
}

/** Forms the sums of the clusters from the labels. */
function* sumRows({ sumRows: blockRows, ...memory }: LloydMemory): Steps<void> {
  const { rows, columns, points, weights, weighted, labels, k, sums } = memory
  const args = [points, columns, weights, weighted, labels, k, sums, blockRows]
  yield* overRows(memory, 'sumRows', args, { rows, blockRows, perRow: columns })
}
