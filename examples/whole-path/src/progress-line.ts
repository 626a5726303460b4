import type { Progress } from '@clientele/core'
import { WIDTH } from './text-table.js'

/** Where a run tells how far it has come. */
export interface ProgressLine {
  /** Names the step that begins. */
  step(title: string): void
  /** How far the step has come. */
  readonly report: (progress: Progress) => void
  /** Removes the line. */
  clear(): void
}

/** Shortest time between two changes of the line, in milliseconds: quick enough to look alive, slow enough to cost nothing. */
const PAUSE = 80

/** One line on a terminal that overwrites itself; writes nothing when `terminal` is not one (a file, a pipe). */
export function progressLine(terminal: { readonly isTTY?: boolean; write(text: string): unknown }): ProgressLine {
  if (terminal.isTTY !== true) return { step: () => undefined, report: () => undefined, clear: () => undefined }
  let title = ''
  let last = 0
  const show = (text: string) => terminal.write(`\r\u001b[K${text.slice(0, WIDTH - 1)}`)
  return {
    step(next) {
      title = next
      last = performance.now()
      show(`${title} …`)
    },
    report({ done, total }) {
      if (performance.now() - last < PAUSE || total <= 0) return
      last = performance.now()
      show(`${title} … ${Math.floor((100 * done) / total)} %`)
    },
    clear: () => void terminal.write('\r\u001b[K'),
  }
}
