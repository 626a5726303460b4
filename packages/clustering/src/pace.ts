import type { Task } from '@clientele/core'

/** Nothing to do: a moment for other work of the thread. */
export const PAUSE: Task = { blocks: 0, runBlock: () => undefined }

/** Cell operations between two moments at which the thread may do other work: about a millisecond. */
const BUDGET = 1 << 20

/**
 * Counts work and says when it is time to yield, so that small problems do not pay for large ones' manners.
 *
 * It counts operations, not time: what is computed never depends on the clock.
 */
export class Pace {
  private work = 0

  /** Notes work done; true when a yield is due. */
  due(operations: number): boolean {
    this.work += operations
    if (this.work < BUDGET) return false
    this.work = 0
    return true
  }
}
