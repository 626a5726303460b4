/** A part of the report: its title, what was said, a blank line. */
export function section(title: string, ...parts: readonly string[]): string {
  return `${title}\n${parts.join('')}\n`
}

/** A line of text below a title. */
export function line(text: string): string {
  return `  ${text}\n`
}
