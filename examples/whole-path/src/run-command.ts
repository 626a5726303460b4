import { explainError } from './explain-error.js'
import { Interrupted } from './interrupt.js'
import { pathOptions } from './path-options.js'
import { progressLine } from './progress-line.js'
import { report } from './report.js'
import { checkResultFolder } from './result-folder.js'
import { stepRunner, type Timing } from './run-steps.js'
import { timingsReport } from './report-timings.js'
import { wholePath } from './whole-path.js'
import { RESULT_FILES, writeResults } from './write-results.js'

/** Where the command writes. */
export interface Outputs {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown }
}

/**
 * The command from its arguments to its exit code. Results go to stdout once everything has succeeded; errors are one line on
 * stderr.
 */
export async function runCommand(args: readonly string[], { stdout, stderr }: Outputs, signal: AbortSignal) {
  const progress = progressLine(stderr)
  const timings: Timing[] = []
  try {
    const options = pathOptions(args, (text) => stdout.write(text))
    if (options === undefined) return 0
    const { out, timeZone } = options
    if (out !== undefined) await checkResultFolder(out, RESULT_FILES)
    const step = stepRunner(signal, progress, timings)
    const result = await wholePath(options, step)
    if (out !== undefined) {
      await step('Writing results', (asynchronous) => writeResults(out, result, { timeZone, ...asynchronous }))
    }
    progress.clear()
    stdout.write(report(result, timeZone))
    if (options.timings) stderr.write(timingsReport(timings))
    return 0
  } catch (error) {
    progress.clear()
    if (error instanceof Interrupted) return error.exitCode
    const { message, exitCode } = explainError(error)
    stderr.write(`error: ${message}\n`)
    return exitCode
  }
}
