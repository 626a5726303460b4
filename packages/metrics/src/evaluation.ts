import type { FeatureTable, Id } from '@clientele/core'
import type { BootstrapOptions, Estimate } from './bootstrap-means.js'
import type { TimeSplit } from './split-by-time.js'

/** What `evaluate` reads of a split, so that one made by hand will do. */
export type EvaluationSplit<C extends Id = Id> = Pick<TimeSplit<C>, 'train' | 'test' | 'at'>

/** One place of a list. */
export interface RecommendedItem {
  /** The product's id. */
  readonly item: Id
}

/** What `evaluate` asks of a model: a list of products for a customer. Any other property is ignored. */
export interface RecommendingModel<C extends Id = Id> {
  /**
   * At most `n` products for a customer, best first, none twice; fewer, or none, where the model has no more to say.
   * `includeSeen` says whether products that the customer bought in the train period may be among them.
   */
  recommend(customer: C, options: { readonly n: number; readonly includeSeen: boolean }): readonly RecommendedItem[]
}

/** How a model is evaluated, and how sure the intervals are. */
export interface EvaluateOptions extends BootstrapOptions {
  /** Length of the lists and cut-off of every metric; default 10. */
  readonly k?: number
  /**
   * What counts as relevant when a customer buys again what they bought in the train period. `'exclude'` (default):
   * the model is asked for products new to the customer, and only such are relevant. `'include'`: every product of
   * the test period is relevant and the model may recommend products seen (`includeSeen: true`).
   */
  readonly repurchases?: 'exclude' | 'include'
  /**
   * Who is asked about. `'returning'` (default): customers with orders in both periods. `'new'`: customers with
   * orders in the test period only; a model that knows nobody without orders scores 0 there, one with a fallback does
   * not.
   */
  readonly population?: 'returning' | 'new'
}

/** Everything that the figures of an evaluation depend on, besides model and orders. */
export interface EvaluationProtocol extends Required<EvaluateOptions> {
  /** First moment of the test period, epoch milliseconds. */
  readonly at: number
}

/** Metrics of an evaluation. All are means over customers but `coverage`, which is a property of all lists together. */
export type EvaluationMetric = 'precision' | 'recall' | 'f1' | 'hitRate' | 'mrr' | 'map' | 'ndcg' | 'coverage'

/** How well a model foresaw the test period. Plain data: survives `structuredClone`. */
export interface Evaluation<C extends Id = Id> {
  /** How the figures were made. */
  readonly protocol: EvaluationProtocol
  /** Customers whose lists were judged. */
  readonly customers: number
  /**
   * Customers of the population left out because they have no relevant product: they only bought again what they had.
   */
  readonly skipped: number
  /** Customers of the test period without orders in the train period, whichever the population. */
  readonly newCustomers: number
  /** Customers who got fewer than k products; missing places count as misses. */
  readonly shortLists: number
  /** Pairs of a judged customer and a product relevant to them. */
  readonly relevantPairs: number
  /** Relevant pairs whose product is not in the train period: out of reach for models that learn from orders alone. */
  readonly relevantPairsOfNewProducts: number
  /** Each metric at k with its bootstrap interval. */
  readonly metrics: Readonly<Record<EvaluationMetric, Estimate>>
  /**
   * One row per judged customer, one column per metric but `coverage`: to look closer, and to compare models in
   * pairs.
   */
  readonly perCustomer: FeatureTable<C>
  /** Signs that model or split are not what they seem; empty when all is well. */
  readonly warnings: readonly EvaluationWarning<C>[]
}

/** Something a reader of the figures must know. */
export interface EvaluationWarning<C extends Id = Id> {
  /**
   * `'seenRecommended'`: products that the customer bought in the train period, although the model was asked to leave
   * them out. `'unknownRecommended'`: products that are not in the train period; a model can know them from a
   * catalogue, but also from having been fitted on the test period.
   */
  readonly kind: 'seenRecommended' | 'unknownRecommended'
  /** Places of lists concerned. */
  readonly recommendations: number
  /** Customers concerned. */
  readonly customers: number
  /** The first customer concerned. */
  readonly example: C
  /** The same in a sentence. */
  readonly message: string
}
