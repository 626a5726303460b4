import type { Id } from '@clientele/core'
import { blocksOf, blocksOfAsync, listMaker, type BlockMaker } from './blocks.js'
import type { Explanation } from './explanation.js'
import type { HistoryItem, Recommendation, Recommender } from './recommender.js'
import { rulesOf, type RecommendOptions, type Rules } from './rules.js'

/** What a recommender answers about one customer or one history. */
export interface Answers<P extends Id = Id> {
  /** The best products; `options` are as they were given, `rules` the same checked. */
  readonly list: (rules: Rules, options: RecommendOptions<P>) => Recommendation<P>[]
  /** The score of one product; `undefined` when it is unknown. */
  readonly score: (item: P) => number | undefined
  /** The scores of all products, by position. */
  readonly scoreAll: () => Float64Array
  /** What the score of one product is made of; `undefined` when the product is unknown. */
  readonly explain: (item: P) => Explanation<P> | undefined
}

/** What a recommender is made of. */
export interface RecommenderParts<C extends Id, P extends Id> extends Pick<
  Recommender<C, P>,
  'name' | 'customers' | 'products' | 'history' | 'save'
> {
  /** Answers about a customer; `undefined` when nothing can be said of them. */
  readonly ofCustomer: (customer: C) => Answers<P> | undefined
  /** Answers about somebody with a history. `fn` is named in errors. */
  readonly ofHistory: (fn: string, history: readonly HistoryItem<P>[]) => Answers<P>
  /** How lists are made in bulk where there is a faster way than one at a time. */
  readonly maker?: (customers: readonly C[], rules: Rules) => BlockMaker | undefined
}

/** The interface over a model's or a combination's answers: each method exists here, once. */
export function recommenderOf<C extends Id, P extends Id>(parts: RecommenderParts<C, P>): Recommender<C, P> {
  const { name, customers, products, history, save, ofCustomer, ofHistory } = parts
  const makerOf = (fn: string, chosen: readonly C[], options: RecommendOptions<P>): BlockMaker => {
    const rules = rulesOf(fn, options, products)
    const listOf = (customer: C) => ofCustomer(customer)?.list(rules, options) ?? []
    return parts.maker?.(chosen, rules) ?? listMaker(chosen, products, listOf)
  }
  return {
    name,
    customers,
    products,
    history,
    recommend(customer, options = {}) {
      const rules = rulesOf('recommend', options, products)
      return ofCustomer(customer)?.list(rules, options) ?? []
    },
    recommendFor: (given, options = {}) =>
      ofHistory('recommendFor', given).list(rulesOf('recommendFor', options, products), options),
    recommendAll({ customers: chosen = customers.ids, ...options } = {}) {
      return blocksOf(chosen.length, makerOf('recommendAll', chosen, options))
    },
    recommendAllAsync({ customers: chosen = customers.ids, ...options } = {}) {
      return blocksOfAsync(chosen.length, makerOf('recommendAllAsync', chosen, options), options)
    },
    score: (customer, item) => ofCustomer(customer)?.score(item),
    scoreFor: (given, item) => ofHistory('scoreFor', given).score(item),
    scoreAll: (customer) => ofCustomer(customer)?.scoreAll(),
    scoreAllFor: (given) => ofHistory('scoreAllFor', given).scoreAll(),
    explain: (customer, item) => ofCustomer(customer)?.explain(item),
    explainFor: (given, item) => ofHistory('explainFor', given).explain(item),
    save,
  }
}
