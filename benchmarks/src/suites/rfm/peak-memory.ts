import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What is looked at: a program of its own holds the log of a data set and does the work once. */
export type MeasuredWork = 'rfm' | 'behaviour'

/** The most bytes that a work takes beyond its input, by the folder of its data set. */
export type PeakMemory = (work: MeasuredWork, folder: string) => number

/** Built, it lies in `dist` beside the process of our side, which this becomes a part of. */
const PROGRAM = './peak-memory-program.js'

/**
 * Runs a work in a process of its own, since the peak of a process that has done other things says nothing.
 * @throws Error when the process fails
 */
export const peakMemory: PeakMemory = (work, folder) => {
  const program = fileURLToPath(new URL(PROGRAM, import.meta.url))
  const { status, stdout } = spawnSync(process.execPath, [program, work, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${program} must succeed, got exit code ${status}`)
  return Number(stdout)
}

/**
 * A peak in words for the note of a row.
 * @param most megabytes that it may be, whatever the number of lines
 * @throws Error when it is more
 */
export function memoryNote(bytes: number, most: number): string {
  const megabytes = Math.ceil(bytes / 1e6)
  if (megabytes > most) throw new Error(`memory beyond the log must be at most ${most} MB, got ${megabytes} MB`)
  return `at most ${megabytes} MB beyond the log`
}
