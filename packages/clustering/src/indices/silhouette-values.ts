import { rowTask, type Engine } from '@clientele/compute'
import type { Steps } from '@clientele/core'
import { silhouetteKernels } from '../kernels/silhouette/library.js'
import type { GroupedPoints } from './grouped-points.js'

/** How rows are compared: by Euclidean distance, or by the sum of absolute differences. */
export type SilhouetteDistance = 'euclidean' | 'manhattan'

/** Silhouettes of some rows. */
export interface SilhouetteValues {
  /** One per row, from -1 to 1. */
  readonly values: Float64Array
  /** Row → the position of the other cluster that is nearest. */
  readonly nearest: Int32Array
}

/** Rows to look at: row after row, and the cluster of each. */
export type SilhouetteRows = Pick<GroupedPoints, 'rows' | 'owners'>

/** Terms of one block: some milliseconds. */
const BLOCK_TERMS = 2 ** 24
/** Blocks between two reports of progress. */
const STAGE_BLOCKS = 64

/** The silhouettes of `chosen` rows among all points, on the kernels. O(chosen × points × columns) time. */
export function* silhouetteValues(
  fn: string,
  engine: Engine,
  grouped: GroupedPoints,
  chosen: SilhouetteRows,
  distance: SilhouetteDistance,
): Steps<SilhouetteValues> {
  const { columns, points, weights, starts, sizes } = grouped
  const rows = chosen.owners.length
  const blockRows = blockRowsFor(weights.length * (columns + 4))
  engine.arena.require(
    fn,
    8 * (points.length + weights.length + chosen.rows.length + 2 * rows + engine.threads * 4 * blockRows),
  )
  const scope = engine.arena.scope(fn)
  try {
    const [cells, owners] = [scope.copy(chosen.rows), scope.copy(chosen.owners)]
    const among = [scope.copy(points), scope.copy(weights), scope.copy(starts), scope.copy(sizes), sizes.length]
    const [values, nearest] = [scope.room('f64', rows), scope.room('i32', rows)]
    const kernel = distance === 'manhattan' ? 'silhouetteManhattan' : 'silhouette'
    const scratch = { scratch: 'f64', length: 4 * blockRows } as const
    for (let done = 0; done < rows; done += STAGE_BLOCKS * blockRows) {
      yield { stage: 'silhouette', done, total: rows }
      const from = [cells.from(done * columns), owners.from(done), columns]
      const args = [...from, ...among, values.from(done), nearest.from(done), scratch]
      yield rowTask(engine, silhouetteKernels, kernel, args, {
        rows: Math.min(rows - done, STAGE_BLOCKS * blockRows),
        blockRows,
      })
    }
    yield { stage: 'silhouette', done: rows, total: rows }
    return { values: values.view().slice(), nearest: nearest.view().slice() }
  } finally {
    scope.close()
  }
}

/** A multiple of the four rows that go together. */
function blockRowsFor(perRow: number): number {
  return 4 * Math.max(1, Math.min(64, Math.floor(BLOCK_TERMS / perRow / 4)))
}
