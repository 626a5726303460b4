import type { FeatureTable, Id, IdIndex, Instant, InteractionValue } from '@clientele/core'
import type { BootstrapOptions, Estimate } from '../bootstrap-means.js'
import type { Flavor, RankingMetric } from '../ranking/ranking-metric.js'
import type { Split } from '../splits/split-facts.js'

/** What `evaluate` reads of a split, so that one made by hand will do. */
export interface EvaluationSplit<C extends Id = Id> extends Pick<Split<C>, 'train' | 'test'> {
  /** First moment of the test period, epoch milliseconds; missing where the split is not one in time. */
  readonly at?: number
  /**
   * What is shown of customers who are held out of the train side, as `holdOutCustomers` gives it. Where it is there, they are the
   * ones who are judged: the model is asked by `recommendFor`, with this as their history, and what it holds counts as seen.
   */
  readonly foldIn?: Split<C>['train']
}

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
  recommend(customer: C, options: AskedFor): readonly RecommendedItem[]
}

/** What a model is asked for. */
export interface AskedFor {
  /** Length of the list. */
  readonly n: number
  /** Whether products that the customer bought in the train period may be listed. */
  readonly includeSeen: boolean
  /** Only these products may be listed; all when missing. */
  // Models say themselves which ids they take; an id that is not theirs is none of their products.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly among?: readonly any[]
}

/** A model that can only score: its lists are made by scoring every candidate. */
export interface ScoringModel<C extends Id = Id> {
  /** How much a customer would like a product, higher is better; `undefined` when the model cannot say. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  score(customer: C, item: any): number | undefined
  /** A model that has both is asked for lists. */
  readonly recommend?: undefined
}

/** One product of a history. */
export interface ShownItem {
  /** The product's id. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- models say themselves which ids they take
  readonly item: any
  /** How much it counts, as `foldInValue` says. */
  readonly value: number
}

/** A model that can be asked about somebody it has not learned from: what strong generalisation judges. */
export interface HistoryModel {
  /** At most `n` products for somebody with this history, as {@link RecommendingModel.recommend} gives them for a customer. */
  recommendFor(history: readonly ShownItem[], options: AskedFor): readonly RecommendedItem[]
  /** A model that has this too is asked by it about customers it has learned from. */
  readonly recommend?: unknown
}

/** What can be evaluated. A model that has several of the methods is asked for lists, by history where the split has a fold-in part. */
export type EvaluatedModel<C extends Id = Id> = RecommendingModel<C> | ScoringModel<C> | HistoryModel

/** Metrics of one list against what is popular in the train period and, given a `distance`, against what is alike. */
export type BeyondMetric =
  'novelty' | 'averagePopularity' | 'longTailShare' | 'serendipityOverPopularity' | 'intraListDiversity' | 'serendipity'

/** Metrics of one list that an evaluation can compute. */
export type ListMetric = RankingMetric | BeyondMetric

/** How a model is evaluated, and how sure the intervals are. */
export interface EvaluateOptions<M extends ListMetric = DefaultMetric> extends BootstrapOptions {
  /** Metrics by name; default precision, recall, f1, hitRate, mrr, map, ndcg. Coverage is always among the answers. */
  readonly metrics?: readonly M[]
  /** Whose definitions ranking metrics follow; default `'standard'`. A metric that the library lacks is refused. */
  readonly flavor?: Flavor
  /** What a relevant product gains in `ndcg`: `'binary'` (default) 1; or the sum of its test lines, units or money. */
  readonly gains?: 'binary' | 'lines' | 'quantity' | 'amount'
  /** How different two products are, at least 0, for `intraListDiversity` and `serendipity`; they need it. */
  readonly distance?: (a: Id, b: Id) => number
  /** The only products that may be recommended and can be relevant; default all. */
  readonly candidates?: readonly Id[]
  /**
   * Ranks the relevant products of each customer among this many others drawn at random from what they have not bought,
   * instead of among all. Figures of sampled candidates are too good and may order models wrongly: the result carries a
   * warning. Default: not sampled.
   * @see Krichene and Rendle (2020), "On Sampled Metrics for Item Recommendation", KDD
   */
  readonly negatives?: number
  /**
   * The latest moment that anything the model was given was computed from: features, popularity, a catalogue. Refused
   * when it is not before the split.
   */
  readonly knownUntil?: Instant
  /**
   * What the values of a fold-in part's histories count: the option `value` of `interactionsOf`, with which the model was fitted;
   * default `'count'`. Only with a split that has a fold-in part.
   */
  readonly foldInValue?: InteractionValue
  /** `'throw'` (default): a model that fails for a customer ends the evaluation. `'collect'`: they are left out, named. */
  readonly onError?: 'throw' | 'collect'

  /** Length of the lists and cut-off of every metric; default 10. */
  readonly k?: number
  /**
   * What counts as relevant when a customer buys again what they bought in the train period. `'exclude'` (default):
   * the model is asked for products new to the customer, and only such are relevant. `'include'`: every product of
   * the test period is relevant and the model may recommend products seen (`includeSeen: true`).
   */
  readonly repurchases?: 'exclude' | 'include'
  /**
   * Who is asked about. `'returning'` (default): customers with orders in both periods; where customers are held out, those with
   * orders in the fold-in part and the test side. `'new'`: customers with orders in the test period only; a model that knows
   * nobody without orders scores 0 there, one with a fallback does not.
   */
  readonly population?: 'returning' | 'new'
}

/** Everything that the figures of an evaluation depend on, besides model and orders. */
export interface EvaluationProtocol extends Required<
  Pick<EvaluateOptions, 'k' | 'repurchases' | 'population' | 'flavor' | 'gains' | 'onError' | keyof BootstrapOptions>
> {
  /** Which version of the definitions of metrics the figures follow; another one makes another fingerprint. */
  readonly definitions: number
  /** First moment of the test period, epoch milliseconds; missing where the split is not one in time. */
  readonly at?: number
  /** The only products that could be recommended, when not all could. */
  readonly candidates?: readonly Id[]
  /** How many others each customer's relevant products were ranked among, when they were sampled. */
  readonly negatives?: number
  /** What the values of the histories counted, where customers were held out and asked about by history. */
  readonly foldInValue?: InteractionValue
}

/** Metrics of one list that an evaluation computes unless told otherwise. */
export type DefaultMetric = 'precision' | 'recall' | 'f1' | 'hitRate' | 'mrr' | 'map' | 'ndcg'

/** Metrics of an evaluation. All are means over customers but `coverage`, which is a property of all lists together. */
export type EvaluationMetric = DefaultMetric | 'coverage'

/** How well a model foresaw the test period. Plain data: survives `structuredClone`. */
export interface Evaluation<C extends Id = Id, M extends string = EvaluationMetric> {
  /** How the figures were made. */
  readonly protocol: EvaluationProtocol
  /**
   * Says in short what split and protocol the figures come from: only evaluations of one fingerprint can be compared.
   * Which metrics were computed, and with how many resamples, is no part of it.
   */
  readonly fingerprint: string
  /** Customers whose lists were judged. */
  readonly customers: number
  /**
   * Customers of the population left out because they have no relevant product: they only bought again what they had.
   */
  readonly skipped: number
  /** Customers of the test period without orders in the train period (or the fold-in part), whichever the population. */
  readonly newCustomers: number
  /** Customers who got fewer than k products; missing places count as misses. */
  readonly shortLists: number
  /** Pairs of a judged customer and a product relevant to them. */
  readonly relevantPairs: number
  /** Relevant pairs whose product is not in the train period: out of reach for models that learn from orders alone. */
  readonly relevantPairsOfNewProducts: number
  /** Each metric at k with its bootstrap interval. */
  readonly metrics: Readonly<Record<M, Estimate>>
  /**
   * One row per judged customer, one column per metric but `coverage`: to look closer, and to compare models in
   * pairs.
   */
  readonly perCustomer: FeatureTable<C>
  /** What was recommended to each judged customer. */
  readonly lists: RecommendedLists
  /** Customers for whom the model failed, who are left out; empty unless `onError` is `'collect'`. */
  readonly failures: readonly EvaluationFailure<C>[]
  /** Signs that model or split are not what they seem; empty when all is well. */
  readonly warnings: readonly EvaluationWarning<C>[]
}

/** Lists of all judged customers, in one typed array. */
export interface RecommendedLists {
  /** What positions stand for: products of the train period, then those of the test period only. */
  readonly products: IdIndex
  /** Customer × k positions in `products`, best first; -1 for an empty place, the number of products for an unknown one. */
  readonly positions: Int32Array
}

/** A customer for whom the model failed. */
export interface EvaluationFailure<C extends Id = Id> {
  /** Who was asked about. */
  readonly customer: C
  /** What went wrong. */
  readonly message: string
}

/** Something a reader of the figures must know. */
export interface EvaluationWarning<C extends Id = Id> {
  /**
   * `'seenRecommended'`: products that the customer bought in the train period, although the model was asked to leave
   * them out. `'unknownRecommended'`: products that are not in the train period; a model can know them from a
   * catalogue, but also from having been fitted on the test period. `'testInTrain'`: lines of the test side stand in
   * the train side. `'trainAfterTest'`: the split is not one in time, and a model learned from lines later than some it
   * is judged by. `'heldOutInTrain'`: customers held out, with a fold-in part, have lines in the train side.
   * `'sampledNegatives'`: candidates were sampled.
   */
  readonly kind:
    'seenRecommended' | 'unknownRecommended' | 'testInTrain' | 'trainAfterTest' | 'heldOutInTrain' | 'sampledNegatives'
  /** Places of lists concerned; 0 where it is the split that is concerned. */
  readonly recommendations: number
  /** Customers concerned. */
  readonly customers: number
  /** The first customer concerned. */
  readonly example: C
  /** The same in a sentence. */
  readonly message: string
}
