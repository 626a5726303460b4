import { arch, availableParallelism, cpus, type } from 'node:os'
import { dataFolder } from './data/data-set.js'
import { measureLine } from './measure-line.js'
import { rowOf, type Row, type Run } from './row.js'
import type { Sides } from './start-sides.js'
import type { Line, Suite } from './suite.js'

/** How a suite is run. */
export interface SuiteOptions {
  /** Folder of the data sets. */
  readonly cache: string
  /** Load of the machine before all work. */
  readonly load: number
  /** Instead of each line's own. */
  readonly repetitions?: number | undefined
  /** Called with each row as it comes. */
  readonly measured: (row: Row) => void
  /** Called with each line that has no row, and the reason. */
  readonly skipped: (line: Line, reason: string) => void
}

/**
 * Measures the lines of a suite, one after the other, and ends the processes of both sides. A line that fails does not keep
 * the others from being measured.
 * @returns whether nothing failed
 */
export async function runSuite(suite: Suite, sides: Sides, options: SuiteOptions): Promise<boolean> {
  const { cache, load, repetitions, measured, skipped } = options
  let succeeded = true
  try {
    const run = await describeRun(sides, load)
    for (const line of suite.lines) {
      if (line.theirs?.side === 'python' && sides.python === undefined) {
        skipped(line, 'skipped, needs --peers')
        continue
      }
      try {
        const folders = Object.fromEntries(line.data.map((data) => [data.name, dataFolder(cache, data)]))
        measured(rowOf(suite.name, line, await measureLine(line, sides, folders, { repetitions }), run))
      } catch (error) {
        skipped(line, `FAILED, ${(error as Error).message}`)
        succeeded = false
      }
    }
  } finally {
    sides.node.close()
    sides.python?.close()
  }
  return succeeded
}

async function describeRun({ node, python }: Sides, load: number): Promise<Run> {
  const versions = { ...(await node.ask({ do: 'versions' })), ...(await python?.ask({ do: 'versions' })) }
  const processor = `${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, ${type()} ${arch()}`
  return { date: new Date().toISOString().slice(0, 10), processor, load, versions }
}
