import type { QualityRow } from './quality.js'
import type { Row } from './row.js'
import type { Suite } from './suite.js'

/** A row of `results.json`: a time, or a figure of quality. */
export type ResultRow = Row | QualityRow

/** Whether a row is about quality, not time. */
export function isQuality(row: ResultRow): row is QualityRow {
  return 'kind' in row
}

/**
 * Rows in the order of the suites' lines and, after them, their qualities: those just measured, and of the others the ones that
 * were there before. Rows whose line or quality is gone go with it.
 */
export function mergedRows(
  suites: readonly Suite[],
  before: readonly ResultRow[],
  measured: readonly ResultRow[],
): ResultRow[] {
  const newest = new Map([...before, ...measured].map((row) => [nameOf(row.suite, row), row]))
  return suites.flatMap(namesIn).flatMap((name) => newest.get(name) ?? [])
}

function namesIn({ name, lines, qualities = [] }: Suite): string[] {
  const figures = qualities.flatMap(({ work, references }) =>
    references.flatMap(({ peer, expected }) => Object.keys(expected).map((metric) => ({ work, peer, metric }))),
  )
  return [...lines, ...figures].map((row) => nameOf(name, row))
}

/** What tells rows apart. */
function nameOf(
  suite: string,
  row: { readonly work: string; readonly peer: string; readonly metric?: string },
): string {
  return JSON.stringify([suite, row.work, row.peer, row.metric])
}
