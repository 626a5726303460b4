import type { Options } from './command-line.js'
import type { Suite } from './suite.js'

/**
 * The suites to run, each with the lines to measure.
 * @throws Error when nothing is left, with what there is
 */
export function selected(suites: readonly Suite[], { suite, only }: Pick<Options, 'suite' | 'only'>): Suite[] {
  const chosen = suites.filter(({ name }) => suite === undefined || name === suite)
  if (chosen.length === 0) {
    throw new Error(`--suite must be one of ${suites.map(({ name }) => name).join(', ')}, got "${suite}"`)
  }
  const left = chosen
    .map((each) => ({ ...each, lines: each.lines.filter(({ work, peer }) => `${work} ${peer}`.includes(only ?? '')) }))
    .filter(({ lines }) => lines.length > 0)
  if (left.length === 0) throw new Error(`--only must be part of a work or a peer, got "${only}"`)
  return left
}
