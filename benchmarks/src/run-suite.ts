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
  /** Called with each row as it comes, and its line. */
  readonly measured: (row: Row, line: Line) => void
  /** Called with each line that has no row, and the reason. */
  readonly failed: (line: Line, reason: string) => void
}

/**
 * Measures the lines of a suite, one after the other, and ends the processes of both sides. Without Python's side the lines of
 * its peers are measured alone. A line that fails does not keep the others from being measured.
 * @returns whether nothing failed
 */
export async function runSuite(suite: Suite, sides: Sides, options: SuiteOptions): Promise<boolean> {
  const { cache, load, repetitions, measured, failed } = options
  let succeeded = true
  try {
    const run = await describeRun(sides, load)
    for (const line of suite.lines) {
      try {
        const folders = Object.fromEntries(line.data.map((data) => [data.name, dataFolder(cache, data)]))
        const times = await measureLine(here(line, sides), sides, folders, { repetitions })
        measured(rowOf(suite.name, line, times, run), line)
      } catch (error) {
        failed(line, (error as Error).message)
        succeeded = false
      }
    }
  } finally {
    sides.node.close()
    sides.python?.close()
  }
  return succeeded
}

/** A line as it can be measured with these sides: without its peer when that is in Python and Python is not there. */
function here(line: Line, sides: Sides): Line {
  if (line.theirs?.side !== 'python' || sides.python !== undefined) return line
  const { theirs: _, ...alone } = line
  return alone
}

async function describeRun({ node, python }: Sides, load: number): Promise<Run> {
  const versions = { ...(await node.ask({ do: 'versions' })), ...(await python?.ask({ do: 'versions' })) }
  const processor = `${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, ${type()} ${arch()}`
  return { date: new Date().toISOString().slice(0, 10), processor, load, versions }
}
