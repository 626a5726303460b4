import { idIndex, type Id, type IdIndex } from '@clientele/core'
import type { FallbackReason } from '../explanations/explanation.js'
import { filledUp } from '../bulk/filled-up.js'
import { openPair, savePair } from '../files/pair-file.js'
import { recommenderOf } from '../recommender-of.js'
import type { Recommender } from '../recommender.js'
import { intoUnion } from '../tiers/in-union.js'
import type { Standing, Tier } from '../tiers/standing.js'
import { standingsOf } from '../tiers/standings-of.js'

/** What recommendations of the second model name as their source. */
const FALLBACK = 'fallback'

/**
 * Two recommenders as one: where the first runs out of products, or does not know the customer, the second fills the
 * list up. With {@link fitPopularity} as the second, every list has `n` products whenever the rules allow `n`.
 *
 * A product's score is the first model's where that would recommend the product to this customer, otherwise the
 * second's, and its explanation says why the first does not. The two may be in different units, so scores fall only within each
 * part of a list. A quota takes products of the second model when the first has no more for it. Seen is what either model has
 * seen. A customer whom neither knows is answered by the second as somebody without a history.
 * @example
 * const model = withFallback(fitItemKnn(interactions), fitPopularity(interactions))
 * model.recommend('never seen before', { n: 3 }) // three popular products, each with source 'fallback'
 */
export function withFallback<C extends Id, P extends Id>(
  model: Recommender<C, P>,
  fallback: Recommender<C, P>,
): Recommender<C, P> {
  const products = union(model.products, fallback.products)
  const [first, second] = [standingsOf(model), standingsOf(fallback)]
  const [widenFirst, widenSecond] = [intoUnion(model.products, products), intoUnion(fallback.products, products)]
  const known = model.products.ids.length
  const combined = (own: Standing<P> | undefined, other: Standing<P>): Standing<P> =>
    behind(own && widenFirst(own), widenSecond(other), (position) => ({
      model: model.name,
      reason: reasonOf(own, position, known),
    }))
  return recommenderOf({
    name: model.name,
    customers: union(model.customers, fallback.customers),
    products,
    history: (customer) => model.history(customer) ?? fallback.history(customer),
    ofCustomer(customer) {
      const other = second.ofCustomer(customer) ?? second.ofHistory('recommend', model.history(customer) ?? [])
      return combined(first.ofCustomer(customer), other)
    },
    ofHistory: (fn, history) => combined(first.ofHistory(fn, history), second.ofHistory(fn, history)),
    maker(chosen, rules, listAt) {
      // A quota takes what the second model has for it before the first fills the places that are left.
      const fast = rules.quotas === undefined ? first.maker?.(chosen, rules, listAt) : undefined
      const seenBySecond = (number: number): Int32Array => {
        const other = second.ofCustomer(chosen[number]!)
        return other === undefined ? NOTHING : widenSecond(other).seen
      }
      const isFull = (number: number, items: Int32Array) =>
        items.length === rules.n && (rules.includeSeen || !hasAny(seenBySecond(number), items))
      return fast && filledUp(fast, isFull, listAt)
    },
    save: () => savePair('with-fallback', model, fallback),
  })
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
  if (first.ids.length === second.ids.length && first.ids.every((id, i) => id === second.ids[i])) return first
  return idIndex([...first.ids, ...second.ids])
}

/** The second standing behind the first, which is absent for a customer whom the first model does not know. */
function behind<P extends Id>(
  first: Standing<P> | undefined,
  second: Standing<P>,
  instead: NonNullable<Tier['instead']>,
): Standing<P> {
  const fallback = second.tiers.map((tier): Tier<P> => ({ ...tier, source: FALLBACK, instead }))
  if (first === undefined) return { seen: second.seen, tiers: fallback }
  return { seen: both(first.seen, second.seen), tiers: [...first.tiers, ...fallback] }
}

const NOTHING = new Int32Array(0)

function hasAny(positions: Int32Array, items: Int32Array): boolean {
  const wanted = new Set(items)
  return positions.some((position) => wanted.has(position))
}

function both(first: Int32Array, second: Int32Array): Int32Array {
  const all = new Int32Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

/** Why the first model leaves a product to the fallback, by what it knows of somebody. Its products are the first of the union. */
function reasonOf<P extends Id>(
  own: Standing<P> | undefined,
  position: number,
  known: number,
): FallbackReason['reason'] {
  if (own === undefined) return 'unknown-customer'
  if (own.seen.length === 0) return 'no-history'
  return position < known ? 'too-few-products' : 'unknown-product'
}
