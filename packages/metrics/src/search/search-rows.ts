import type { Row } from '@clientele/core'
import { byScore } from './search-steps.js'
import type { SearchResult } from './search-result.js'

/**
 * A search's trials for people, the best first: settings, the deciding metric as "mean ± deviation over the splits", and
 * seconds; failed trials last, with the reason.
 *
 * Of successive halving the rounds come from the last to the first.
 * @example console.table(searchRows(result)) // { neighbors: 50, ndcg: '0.0691 ± 0.0042', seconds: '0.31' }, …
 */
export function searchRows({ trials, metric, goal }: SearchResult): Row[] {
  const rounds = new Set(trials.map(({ round }) => round))
  return [...rounds]
    .sort((a, b) => b - a)
    .flatMap((round) =>
      byScore(
        trials.filter((trial) => trial.round === round),
        goal,
      ),
    )
    .map(({ settings, score, deviation, seconds, failure, share }) => ({
      ...settings,
      ...(rounds.size > 1 && { customers: `${Math.round(100 * share)} %` }),
      [metric]: score === undefined ? `failed: ${failure}` : `${score.toFixed(4)} ± ${deviation.toFixed(4)}`,
      seconds: seconds.toFixed(2),
    }))
}
