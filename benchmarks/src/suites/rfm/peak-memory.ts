import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What is looked at: a program of its own holds the log of a data set and does the work once. */
export type MeasuredWork = 'rfm' | 'behaviour'

/** Tells the most memory that a work takes beyond its input, in words for a note. */
export type PeakMemory = (work: MeasuredWork, folder: string) => string

/** Built, programs lie in `dist` beside what this becomes a part of. */
const PROGRAM = './suites/rfm/peak-memory-program.js'

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
  return `at most ${(Number(stdout) / 1e6).toFixed(0)} MB beyond the log`
}
