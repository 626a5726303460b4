import { positionOf, type Id } from '@clientele/core'
import type { Explanation } from '../explanations/explanation.js'
import type { HistoryItem, Recommendation, Recommender } from '../recommender.js'
import type { RecommendOptions } from '../rules/options.js'
import type { Standing, Standings, Tier } from './standing.js'

/** Under what recommenders of this package keep their {@link Standings}, for combinations alone. */
export const STANDINGS = Symbol('standings')

/** Standings and the methods that answer from them: a copy of a recommender may have others. */
export interface OwnStandings<C extends Id, P extends Id> extends Standings<C, P> {
  readonly methods: Partial<Recommender<C, P>>
}

/** A recommender of this package. */
export interface WithStandings<C extends Id, P extends Id> extends Recommender<C, P> {
  readonly [STANDINGS]: OwnStandings<C, P>
}

/**
 * The standings of any recommender: its own where this package made it and nobody put another method into a copy, otherwise made of
 * what its methods answer, which takes a whole list for each.
 */
export function standingsOf<C extends Id, P extends Id>(model: Recommender<C, P>): Standings<C, P> {
  const own = (model as Partial<WithStandings<C, P>>)[STANDINGS]
  if (own !== undefined && hasAll(model, own.methods)) return own
  return {
    ofCustomer(customer) {
      const scores = model.scoreAll(customer)
      if (scores === undefined) return undefined
      return standing(model, model.history(customer) ?? [], {
        recommend: (options) => model.recommend(customer, options),
        score: (item) => model.score(customer, item),
        scores,
        explain: (item) => model.explain(customer, item),
      })
    },
    ofHistory: (_, history) =>
      standing(model, history, {
        recommend: (options) => model.recommendFor(history, options),
        score: (item) => model.scoreFor(history, item),
        scores: model.scoreAllFor(history),
        explain: (item) => model.explainFor(history, item),
      }),
  }
}

function hasAll(model: object, methods: object): boolean {
  return Object.entries(methods).every(([name, method]) => model[name as keyof typeof model] === method)
}

/** A recommender's methods with the customer or history filled in. */
interface Asked<P extends Id> {
  readonly recommend: (options: RecommendOptions<P>) => Recommendation<P>[]
  readonly score: (item: P) => number | undefined
  readonly scores: Float64Array
  readonly explain: (item: P) => Explanation<P> | undefined
}

/** A tier for each source that the whole list names, and one behind them that has all scores and recommends nothing. */
function standing<P extends Id>(
  { name, products }: Recommender<Id, P>,
  history: readonly HistoryItem<P>[],
  { recommend, score, scores, explain }: Asked<P>,
): Standing<P> {
  const positions = (items: readonly { readonly item: P }[]) =>
    Int32Array.from(items, ({ item }) => positionOf(products, item)).filter((position) => position >= 0)
  const explained = (position: number): ReturnType<Tier<P>['explain']> => {
    const { parts = [], cannotExplain } = explain(products.ids[position]!) ?? {}
    return { parts, ...(cannotExplain !== undefined && { cannotExplain }) }
  }
  const scoreOf = (position: number) => score(products.ids[position]!) ?? -Infinity
  const whole = recommend({ n: Math.max(1, products.ids.length), includeSeen: true })
  const recommending = [...new Set(whole.map(({ source }) => source))].map((source): Tier<P> => {
    const listed = positions(whole.filter((each) => each.source === source))
    const isListed = new Set(listed)
    return {
      source,
      above: -Infinity,
      scoreAll(into) {
        into.fill(-Infinity)
        for (const position of listed) into[position] = scores[position]!
      },
      scoreOne: (position) => (isListed.has(position) ? scoreOf(position) : -Infinity),
      explain: explained,
    }
  })
  const silent: Tier<P> = {
    source: name,
    above: Infinity,
    scoreAll: (into) => into.set(scores),
    scoreOne: scoreOf,
    explain: explained,
  }
  return { seen: positions(history), tiers: [...recommending, silent] }
}
