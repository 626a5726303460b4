import { positionOf, type Id, type IdIndex, type Interactions } from '@clientele/core'
import type { Explanation, PartWithoutShare } from './explanations/explanation.js'
import { saveModel, type ModelState } from './files/model-state.js'
import { profileOf, profileOfRow, type Profile } from './profile.js'
import { recommenderOf } from './recommender-of.js'
import type { Recommender } from './recommender.js'
import { planOf } from './bulk/ruled-lists.js'
import { sumMaker, type RowSums } from './bulk/sum-maker.js'
import type { Standing } from './tiers/standing.js'

/**
 * All that a model has of its own: how it scores products for a history, what a score is made of, and what must be saved.
 * Products are positions.
 */
export interface Scorer<P extends Id = Id> {
  /** Only products that score above this are recommended: 0 where a score of 0 means that nothing speaks for them. */
  readonly above: number
  /** Writes the score of every product over whatever `into` holds. */
  readonly scoreAll: (profile: Profile, into: Float64Array) => void
  /** The score of one product, the same bits as `scoreAll` gives. */
  readonly scoreOne: (profile: Profile, item: number) => number
  /** The parts of the score of one product, the largest first; or why the model cannot say. */
  readonly partsOf: ((profile: Profile, item: number) => PartWithoutShare<P>[]) | { readonly cannotExplain: string }
  /** What `scoreAll` adds up, where it is a sum of sparse rows: then kernels make the lists of many customers. */
  readonly sums?: RowSums
  /** What a file must hold, beside the histories, to make this scorer again. */
  readonly state: () => ModelState
}

/** For fewer customers than this, handing a whole model to kernels is not worth it. */
const FEW = 32

/**
 * The recommender that a scorer makes: ids, histories, rules, selection and bulk exist here, once for all models.
 * @param name what recommendations name as their source, and the kind of the model's file
 * @param interactions whose customers the model knows, with their histories; they are kept, not copied
 */
export function scoredModel<C extends Id, P extends Id>(
  name: string,
  interactions: Interactions<C, P>,
  scorer: Scorer<P>,
): Recommender<C, P> {
  const { customers, products } = interactions
  return recommenderOf({
    name,
    customers,
    products,
    history(customer) {
      const profile = knownProfile(interactions, customer)
      return profile && namedHistory(profile, products)
    },
    ofCustomer(customer) {
      const profile = knownProfile(interactions, customer)
      return profile && standingOf(name, scorer, profile)
    },
    ofHistory: (fn, history) => standingOf(name, scorer, profileOf(fn, history, products)),
    maker(chosen, rules, listAt) {
      const { sums, above } = scorer
      const plan = sums && chosen.length >= FEW ? planOf(rules, products.ids.length) : undefined
      if (sums === undefined || plan === undefined) return undefined
      const profilesOf = (start: number, count: number) => knownProfiles(interactions, chosen, start, count)
      return sumMaker({ source: name, sums, profilesOf, above, rules, plan, listAt })
    },
    save: () => saveModel(name, interactions, scorer.state()),
  })
}

/** What is known of a customer; `undefined` for an unknown one. */
function knownProfile<C extends Id>({ customers, matrix }: Interactions<C>, customer: C): Profile | undefined {
  const row = positionOf(customers, customer)
  return row < 0 ? undefined : profileOfRow(matrix, row)
}

/** What is known of the customers from number `start` on, `count` of them. */
function knownProfiles<C extends Id>(
  interactions: Interactions<C>,
  chosen: readonly C[],
  start: number,
  count: number,
): (Profile | undefined)[] {
  const profiles: (Profile | undefined)[] = []
  for (let number = start; number < start + count; number++) profiles.push(knownProfile(interactions, chosen[number]!))
  return profiles
}

function namedHistory<P extends Id>({ items, values }: Profile, { ids }: IdIndex<P>): { item: P; value: number }[] {
  return Array.from(items, (item, i) => ({ item: ids[item]!, value: values[i]! }))
}

/** What a model says of a history: it has one tier. */
function standingOf<P extends Id>(source: string, scorer: Scorer<P>, profile: Profile): Standing<P> {
  return {
    seen: profile.items,
    tiers: [
      {
        source,
        above: scorer.above,
        scoreAll: (into) => scorer.scoreAll(profile, into),
        scoreOne: (position) => scorer.scoreOne(profile, position),
        explain: (position) => explained(scorer, profile, position),
      },
    ],
  }
}

function explained<P extends Id>(
  { scoreOne, partsOf }: Scorer<P>,
  profile: Profile,
  item: number,
): Pick<Explanation<P>, 'parts' | 'cannotExplain'> {
  if (typeof partsOf !== 'function') return { parts: [], cannotExplain: partsOf.cannotExplain }
  const score = scoreOne(profile, item)
  const parts = partsOf(profile, item)
  return { parts: parts.map((part) => ({ ...part, share: score === 0 ? 0 : part.contribution / score })) }
}
