import type { Steps } from '@clientele/core'
import { PAUSE, type Pace } from '../../pace.js'

const BLOCK = 1 << 14

/** What a value with its logarithm or exponential costs, in the operations that {@link Pace} counts. */
const OPERATIONS = 16

/** Works through values block by block, giving the thread back every few milliseconds. */
export function* overBlocks(length: number, pace: Pace, work: (start: number, end: number) => void): Steps<void> {
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(length, start + BLOCK)
    work(start, end)
    if (pace.due((end - start) * OPERATIONS)) yield PAUSE
  }
}
