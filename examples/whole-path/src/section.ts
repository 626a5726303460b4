import { shortened } from './printable.js'
import { WIDTH } from './text-table.js'

/** A part of the report: its title, what was said, a blank line. */
export function section(title: string, ...parts: readonly string[]): string {
  return `${shortened(title, WIDTH)}\n${parts.join('')}\n`
}

/** A line of text below a title. */
export function line(text: string): string {
  return `  ${shortened(text, WIDTH - 2)}\n`
}
