import { interactionsOf, type AsyncOptions, type Id, type Transactions } from '@clientele/core'
import { fitItemKnnAsync, fitPopularity, withFallback, type Recommender } from '@clientele/recommenders'

/** What recommends on this path. */
export interface Models {
  /** Item-based collaborative filtering, cosine of who bought what, 50 neighbours. */
  readonly personal: Recommender
  /** The number of customers who bought a product. */
  readonly popularity: Recommender
  /** The personal model, filled up by popularity where it has nothing more to say. */
  readonly combined: Recommender
}

/** Fits the models of the path to an order log with products. */
export async function fitModels(orders: Transactions<Id, Id>, asynchronous: AsyncOptions): Promise<Models> {
  const interactions = interactionsOf(orders, { value: 'binary' })
  const personal = await fitItemKnnAsync(interactions, { similarity: 'cosine', neighbors: 50, ...asynchronous })
  const popularity = fitPopularity(interactions, { by: 'customers' })
  return { personal, popularity, combined: withFallback(personal, popularity) }
}
