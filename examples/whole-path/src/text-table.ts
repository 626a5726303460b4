import { displayWidth, printable, shortened } from './printable.js'

/** The widest line of any output, in columns of a terminal. */
export const WIDTH = 100

/** A column of a table for people. */
export interface TextColumn {
  readonly title: string
  /** Numbers stand right, text left. */
  readonly align: 'left' | 'right'
}

const GAP = '  '
const INDENT = '  '
const NARROWEST = 8

/**
 * Rows as aligned lines under their titles, made harmless for a terminal. Where the whole is wider than {@link WIDTH}, the widest
 * columns of text are cut.
 */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(printable))]
  const widths = fitted(
    columns,
    columns.map((_, c) => Math.max(...cells.map((row) => displayWidth(row[c]!)))),
  )
  return cells
    .map((row) => {
      const line = row.map((text, c) => padded(shortened(text, widths[c]!), widths[c]!, columns[c]!.align)).join(GAP)
      return `${INDENT}${line.trimEnd()}\n`
    })
    .join('')
}

function fitted(columns: readonly TextColumn[], widths: number[]): number[] {
  const space = WIDTH - INDENT.length - GAP.length * (columns.length - 1)
  for (;;) {
    const excess = widths.reduce((sum, width) => sum + width, 0) - space
    const texts = [...widths.keys()].filter((c) => columns[c]!.align === 'left' && widths[c]! > NARROWEST)
    if (excess <= 0 || texts.length === 0) return widths
    const widest = texts.reduce((a, b) => (widths[b]! > widths[a]! ? b : a))
    widths[widest]!--
  }
}

function padded(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'left' ? text + space : space + text
}
