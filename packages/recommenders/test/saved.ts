import { fitItemKnn, fitPopularity, withFallback, type Recommender } from '../src/index.js'
import { interactionsFrom } from './fixtures.js'

/** Thirty customers with awkward ids and up to nine products each, the same at every call. */
export function modelToSave(): Recommender<string | number, string> {
  const names = ['__proto__', 'ü', '\ud800', '😀']
  const cells = Array.from({ length: 30 }, (_, c) =>
    Array.from({ length: 3 + (c % 7) }, (_, i) => {
      const product = `p${(c * 5 + i * i * 3) % 17}`
      return [names[c] ?? c, names[(c * i) % 9] ?? product, 1 + ((c + i) % 3)] as const
    }),
  ).flat()
  const interactions = interactionsFrom<string | number, string>(cells)
  return withFallback(fitItemKnn(interactions, { neighbors: 5 }), fitPopularity(interactions))
}

/** All that a model says of everybody it knows. */
export function answersOf<C extends string | number>(model: Recommender<C, string>) {
  return model.customers.ids.map((customer) => ({
    list: model.recommend(customer, { n: 20 }),
    scores: Array.from(model.scoreAll(customer)!),
  }))
}
