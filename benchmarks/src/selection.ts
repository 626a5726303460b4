import type { Options } from './command-line.js'
import type { Suite } from './suite.js'

/**
 * The suites to run, each with what is to be measured.
 * @throws Error when nothing is left, with what there is
 */
export function selected(
  suites: readonly Suite[],
  { suite, only = '', quality }: Pick<Options, 'suite' | 'only' | 'quality'>,
): Suite[] {
  const chosen = suites.filter(({ name }) => suite === undefined || name === suite)
  if (chosen.length === 0) {
    throw new Error(`--suite must be one of ${suites.map(({ name }) => name).join(', ')}, got "${suite}"`)
  }
  const has = (work: string, peers: readonly string[]) => peers.some((peer) => `${work} ${peer}`.includes(only))
  const left = chosen
    .map(({ qualities = [], ...each }) => ({
      ...each,
      lines: each.lines.filter(({ work, peer }) => !quality && has(work, [peer])),
      qualities: qualities.filter(({ work, references }) =>
        has(
          work,
          references.map(({ peer }) => peer),
        ),
      ),
    }))
    .filter(({ lines, qualities }) => lines.length + qualities.length > 0)
  if (left.length > 0) return left
  throw new Error(
    only === '' ? `--quality needs a suite that has any` : `--only must be part of a work or a peer, got "${only}"`,
  )
}
