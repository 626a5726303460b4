import type { RunBatch } from './run-batch.js'

/** Trials that a lane may be ahead of the first run that is still to be made. */
const AHEAD = 2

/** Gives a lane, by its number, the next run; `undefined` when none is left. */
export type RunQueue = (lane: number) => number | undefined

/**
 * Hands out the runs of a batch, each once, in their order as far as lanes can keep to the splits that they have met: a worker
 * that meets a split gets a copy of it and prepares it, which takes as long as some runs.
 *
 * A lane takes the first open run of a split that it has met or nobody has; where there is none within the next trials, the first open
 * run of all.
 * @param met lane → splits it has met, which is noted here
 */
export function runQueue(batch: RunBatch, met: readonly Set<number>[]): RunQueue {
  const isTaken = new Uint8Array(batch.blocks)
  const isOpen = (run: number) => isTaken[run] === 0 && !batch.isSettled(run)
  const splitOf = (run: number) => batch.runs[run]!.split
  const suits = (lane: number, split: number) => met[lane]!.has(split) || met.every((splits) => !splits.has(split))
  let first = 0
  return (lane) => {
    while (first < batch.blocks && !isOpen(first)) first++
    if (first === batch.blocks) return undefined
    const end = Math.min(batch.blocks, first + AHEAD * batch.splits)
    let chosen = first
    while (chosen < end && !(isOpen(chosen) && suits(lane, splitOf(chosen)))) chosen++
    if (chosen === end) chosen = first
    isTaken[chosen] = 1
    met[lane]!.add(splitOf(chosen))
    return chosen
  }
}
