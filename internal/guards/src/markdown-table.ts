/**
 * The rows of the table below a heading of a page, each as the text of its cells, without the header row.
 * @throws Error when the page has no such heading or no table below it
 * @example markdownTable('## Words\n\n| word |\n|---|\n| `line` |\n', 'Words') // [['`line`']]
 */
export function markdownTable(markdown: string, heading: string): string[][] {
  const section = markdown.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`))
  const lines = section?.split('\n').filter((line) => line.startsWith('|')) ?? []
  if (lines.length < 3) throw new Error(`markdownTable: heading must be above a table, got "${heading}"`)
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** The words in backquotes of a cell. @example quoted('`core`, `io`') // ['core', 'io'] */
export function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!)
}
