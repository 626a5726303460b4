import type { Timing } from './run-steps.js'
import { count } from './figures.js'
import { section } from './section.js'
import { textTable } from './text-table.js'

/** How long each step took, and how much memory the process had at most. */
export function timingsReport(timings: readonly Timing[]): string {
  const total = timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const rows = [...timings, { step: 'All steps', milliseconds: total }]
  const table = textTable(
    [
      { title: 'Step', align: 'left' },
      { title: 'Milliseconds', align: 'right' },
    ],
    rows.map(({ step, milliseconds }) => [step, count(milliseconds)]),
  )
  const megabytes = process.resourceUsage().maxRSS / 1024
  return section(`Timings; ${count(megabytes)} MB resident at most`, table)
}
