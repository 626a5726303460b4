import { idIndex, positionOf, type Id, type IdIndex } from '@clientele/core'
import type { Explanation } from './explanation.js'
import type { HistoryItem, Recommendation, Recommender } from './recommender.js'
import { openPair, savePair } from './pair-file.js'
import { recommenderOf, type Answers } from './recommender-of.js'
import type { RecommendOptions } from './rules.js'

/** What recommendations of the second model name as their source. */
const FALLBACK = 'fallback'

/**
 * Two recommenders as one: where the first runs out of products, or does not know the customer, the second fills the
 * list up. With {@link fitPopularity} as the second, every list has `n` products whenever the rules allow `n`.
 *
 * A product's score is the first model's where that would recommend the product to this customer, otherwise the
 * second's. The two may be in different units, so scores fall only within each part of a list. Seen is what either
 * model has seen. A customer whom neither knows is answered by the second as somebody without a history.
 * @example
 * const model = withFallback(fitItemKnn(interactions), fitPopularity(interactions))
 * model.recommend('never seen before', { n: 3 }) // three popular products, each with source 'fallback'
 */
export function withFallback<C extends Id, P extends Id>(
  model: Recommender<C, P>,
  fallback: Recommender<C, P>,
): Recommender<C, P> {
  const products = union(model.products, fallback.products)
  return recommenderOf({
    name: model.name,
    customers: union(model.customers, fallback.customers),
    products,
    history: (customer) => model.history(customer) ?? fallback.history(customer),
    ofCustomer(customer) {
      const own = model.history(customer)
      const other = fallback.history(customer)
      return answersOf(products, {
        first: own && byCustomer(model, customer, other ?? []),
        second: other ? byCustomer(fallback, customer, own ?? []) : byHistory(fallback, own ?? []),
      })
    },
    ofHistory: (_, history) =>
      answersOf(products, { first: byHistory(model, history), second: byHistory(fallback, history) }),
    save: () => savePair('with-fallback', model, fallback),
  })
}

function answersOf<P extends Id>(products: IdIndex<P>, pair: Pair<P>): Answers<P> {
  const isKnown = (item: P) => positionOf(products, item) >= 0
  return {
    list: (_, options) => fillUp(pair, options),
    score: (item) => (isKnown(item) ? scoreBy(pair, item) : undefined),
    scoreAll: () => allScores(pair, products),
    explain: (item) => (isKnown(item) ? explainBy(pair, item) : undefined),
  }
}

/**
 * The models of {@link withFallback} from the bytes that its `save` gave.
 * @param loadModel the loader of the first model
 * @param loadFallback the loader of the second
 * @throws RangeError or TypeError when the file, or one of the two in it, is of another kind or version, cut or damaged
 * @example const model = loadWithFallback(bytes, loadItemKnn<string, string>, loadPopularity<string, string>)
 */
export function loadWithFallback<C extends Id, P extends Id>(
  bytes: Uint8Array,
  loadModel: (bytes: Uint8Array) => Recommender<C, P>,
  loadFallback: (bytes: Uint8Array) => Recommender<C, P>,
): Recommender<C, P> {
  const [model, fallback] = openPair('loadWithFallback', 'with-fallback', bytes)
  return withFallback(loadModel(model), loadFallback(fallback))
}

/** The ids of both, those of the first in front. */
function union<I extends Id>(first: IdIndex<I>, second: IdIndex<I>): IdIndex<I> {
  return first.ids === second.ids ? first : idIndex([...first.ids, ...second.ids])
}

/** One of the two models with the customer or history already filled in. */
interface Asked<P extends Id> {
  readonly products: IdIndex<P>
  /** What counts as seen beyond what the model itself knows. */
  readonly seen: readonly P[]
  readonly recommend: (options: RecommendOptions<P>) => Recommendation<P>[]
  readonly score: (item: P) => number | undefined
  readonly explain: (item: P) => Explanation<P> | undefined
}

/** Both models; the first is absent for a customer whom it does not know. */
interface Pair<P extends Id> {
  readonly first: Asked<P> | undefined
  readonly second: Asked<P>
}

function byCustomer<C extends Id, P extends Id>(
  model: Recommender<C, P>,
  customer: C,
  seen: readonly HistoryItem<P>[],
): Asked<P> {
  return {
    products: model.products,
    seen: seen.map(({ item }) => item),
    recommend: (options) => model.recommend(customer, options),
    score: (item) => model.score(customer, item),
    explain: (item) => model.explain(customer, item),
  }
}

function byHistory<C extends Id, P extends Id>(model: Recommender<C, P>, history: readonly HistoryItem<P>[]): Asked<P> {
  return {
    products: model.products,
    seen: [],
    recommend: (options) => model.recommendFor(history, options),
    score: (item) => model.scoreFor(history, item),
    explain: (item) => model.explainFor(history, item),
  }
}

function fillUp<P extends Id>({ first, second }: Pair<P>, options: RecommendOptions<P>): Recommendation<P>[] {
  const { n = 10 } = options
  const own = first === undefined ? [] : ask(first, options, n, [])
  if (own.length === n) return own
  const rest = ask(second, options, n - own.length, own)
  return [...own, ...rest.map(({ item, score }) => ({ item, score, source: FALLBACK }))]
}

/** A model is only asked about products that it knows. */
function ask<P extends Id>(
  { products, seen, recommend }: Asked<P>,
  options: RecommendOptions<P>,
  n: number,
  taken: readonly Recommendation<P>[],
): Recommendation<P>[] {
  const among = options.among && Array.from(options.among).filter((item) => positionOf(products, item) >= 0)
  const exclude = Array.from(options.exclude ?? [])
  if (options.includeSeen !== true) exclude.push(...seen)
  for (const { item } of taken) exclude.push(item)
  return recommend({ ...options, n, exclude, ...(among && { among }) })
}

/** What a model says of one product; nothing where it would not recommend it if it were the only one allowed. */
function askAbout<P extends Id>(model: Asked<P>, item: P): Recommendation<P> | undefined {
  return ask(model, { among: [item], includeSeen: true }, 1, [])[0]
}

function scoreBy<P extends Id>({ first, second }: Pair<P>, item: P): number | undefined {
  return (first && askAbout(first, item))?.score ?? second.score(item) ?? first?.score(item)
}

/** 0 for a product of which neither model can say anything. */
function allScores<P extends Id>(pair: Pair<P>, { ids }: IdIndex<P>): Float64Array {
  return Float64Array.from(ids, (item) => scoreBy(pair, item) ?? 0)
}

function explainBy<P extends Id>({ first, second }: Pair<P>, item: P): Explanation<P> | undefined {
  if (first && askAbout(first, item)) return first.explain(item)
  const explanation = second.explain(item)
  return explanation ? { ...explanation, source: FALLBACK } : first?.explain(item)
}
