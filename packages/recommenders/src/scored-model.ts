import { positionOf, type Id, type IdIndex, type Interactions } from '@clientele/core'
import { recommendationBlocks } from './blocks.js'
import type { Explanation, ExplanationPart } from './explanation.js'
import { profileOf, profileOfRow, type Profile } from './profile.js'
import type { Recommendation, Recommender } from './recommender.js'
import { rulesOf, type Rules } from './rules.js'
import { selectBest } from './select-best.js'

/** All that a model has of its own: how it scores products for a history. Products are positions. */
export interface Scorer<P extends Id = Id> {
  /** Only products that score above this are recommended: 0 where a score of 0 means that nothing speaks for them. */
  readonly above: number
  /** Writes the score of every product over whatever `into` holds. */
  readonly scoreAll: (profile: Profile, into: Float64Array) => void
  /** The score of one product, the same bits as `scoreAll` gives. */
  readonly scoreOne: (profile: Profile, item: number) => number
  /** The parts of the score of one product, the largest first. */
  readonly partsOf: (profile: Profile, item: number) => ExplanationPart<P>[]
}

/**
 * The recommender that a scorer makes: ids, histories, rules, selection and bulk exist here, once for all models.
 * @param name what recommendations name as their source
 * @param interactions whose customers the model knows, with their histories; they are kept, not copied
 */
export function scoredModel<C extends Id, P extends Id>(
  name: string,
  { customers, products, matrix }: Interactions<C, P>,
  scorer: Scorer<P>,
): Recommender<C, P> {
  const { list, score, explain } = answers(name, products, scorer)
  const profileOfCustomer = (customer: C) => {
    const row = positionOf(customers, customer)
    return row < 0 ? undefined : profileOfRow(matrix, row)
  }
  const listFor = (customer: C, rules: Rules) => {
    const profile = profileOfCustomer(customer)
    return profile === undefined ? [] : list(profile, rules)
  }
  return {
    name,
    customers,
    products,
    history(customer) {
      const profile = profileOfCustomer(customer)
      return profile && namedHistory(profile, products)
    },
    recommend: (customer, options = {}) => listFor(customer, rulesOf('recommend', options, products)),
    recommendFor: (history, options = {}) =>
      list(profileOf('recommendFor', history, products), rulesOf('recommendFor', options, products)),
    recommendAll({ customers: chosen = customers.ids, ...options } = {}) {
      const rules = rulesOf('recommendAll', options, products)
      return recommendationBlocks(chosen, products, (customer) => listFor(customer, rules))
    },
    score: (customer, item) => score(profileOfCustomer(customer), item),
    scoreFor: (history, item) => score(profileOf('scoreFor', history, products), item),
    explain: (customer, item) => explain(profileOfCustomer(customer), item),
    explainFor: (history, item) => explain(profileOf('explainFor', history, products), item),
  }
}

function namedHistory<P extends Id>({ items, values }: Profile, { ids }: IdIndex<P>): { item: P; value: number }[] {
  return Array.from(items, (item, i) => ({ item: ids[item]!, value: values[i]! }))
}

/** What a model answers about a history, products as ids; `undefined` when there is no history or no such product. */
interface Answers<P extends Id> {
  readonly list: (profile: Profile, rules: Rules) => Recommendation<P>[]
  readonly score: (profile: Profile | undefined, item: P) => number | undefined
  readonly explain: (profile: Profile | undefined, item: P) => Explanation<P> | undefined
}

function answers<P extends Id>(source: string, products: IdIndex<P>, scorer: Scorer<P>): Answers<P> {
  const { ids } = products
  const withScores = scratch(ids.length)
  return {
    list: (profile, rules) =>
      withScores((scores) => {
        scorer.scoreAll(profile, scores)
        if (!rules.includeSeen) for (const item of profile.items) scores[item] = -Infinity
        const best = selectBest(scores, scorer.above, rules)
        return Array.from(best.indices, (item, rank) => ({ item: ids[item]!, score: best.scores[rank]!, source }))
      }),
    score(profile, item) {
      const position = positionOf(products, item)
      return profile === undefined || position < 0 ? undefined : scorer.scoreOne(profile, position)
    },
    explain(profile, item) {
      const position = positionOf(products, item)
      if (profile === undefined || position < 0) return undefined
      return { item, score: scorer.scoreOne(profile, position), source, parts: scorer.partsOf(profile, position) }
    },
  }
}

/** Lends rows of numbers that are used again and again; a call inside a call (from `where`) gets a row of its own. */
function scratch(length: number): <T>(use: (row: Float64Array) => T) => T {
  const free: Float64Array[] = []
  return (use) => {
    const row = free.pop() ?? new Float64Array(length)
    try {
      return use(row)
    } finally {
      free.push(row)
    }
  }
}
