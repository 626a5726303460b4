import type { Id } from '@clientele/core'
import type { PartWithoutShare } from '../explanations/explanation.js'
import { once } from '../once.js'
import type { Profile } from '../profile.js'
import type { Scorer } from '../scored-model.js'
import { estimate, roomForVoices, type Estimates, type Estimator, type Level } from './estimates.js'

/** What one neighbour moves an estimated rating by. */
export interface Move {
  /** The neighbour's row. */
  readonly row: number
  /** How much the neighbour counts. */
  readonly weight: number
  /** By how much. */
  readonly contribution: number
}

/**
 * The scorer whose scores are estimated ratings: all that models of ratings share. Every product is ranked.
 * @param estimatorOf makes what estimates the ratings, and is called with the first question: a loaded model takes no room for it before
 * @param partOf what a neighbour is called in explanations; it may look at the history and the product
 * @param state what a file must hold
 */
export function estimateScorer<P extends Id>(
  estimatorOf: () => Estimator,
  partOf: (move: Move, profile: Profile, product: number) => PartWithoutShare<P>,
  state: Scorer['state'],
): Scorer<P> {
  const ready = once(() => {
    const estimator = estimatorOf()
    return { estimator, voices: roomForVoices(estimator), forOne: lastRemembered(estimator) }
  })
  return {
    above: -Infinity,
    scoreAll(profile, into) {
      const { estimator, voices } = ready()
      const estimates = estimator.prepare(profile, true)
      for (let product = 0; product < into.length; product++) {
        into[product] = estimate(estimates, estimator, product, voices).rating
      }
    },
    scoreOne(profile, product) {
      const { estimator, voices, forOne } = ready()
      return estimate(forOne(profile), estimator, product, voices).rating
    },
    partsOf(profile, product) {
      const { estimator, voices, forOne } = ready()
      const { level, heard, factor } = estimate(forOne(profile), estimator, product, voices)
      const moves = Array.from({ length: heard }, (_, i) => ({
        row: voices.rows[i]!,
        weight: voices.weights[i]!,
        contribution: voices.weights[i]! * voices.deviations[i]! * factor,
      }))
      return [...levelParts<P>(level), ...moves.map((move) => partOf(move, profile, product))].sort(
        (a, b) => b.contribution - a.contribution,
      )
    },
    state,
  }
}

/** What is made ready for a customer is kept until another one is asked for. */
function lastRemembered({ prepare }: Estimator): (profile: Profile) => Estimates {
  let last: Estimates | undefined
  let row: number | undefined
  return (profile) => {
    if (profile.row === undefined) return prepare(profile, false)
    if (last === undefined || profile.row !== row) {
      last = prepare(profile, false)
      row = profile.row
    }
    return last
  }
}

function levelParts<P extends Id>(level: Level): PartWithoutShare<P>[] {
  return (['everybody', 'customer', 'product'] as const).flatMap((of) =>
    level[of] === 0 ? [] : [{ kind: 'level', of, contribution: level[of] }],
  )
}
