import { interactionsOf, type Transactions } from '@clientele/core'
import { serveSearch } from '@clientele/metrics'
import { fitItemKnn, type ItemKnnOptions } from '@clientele/recommenders'

/** What the workers of the search load. */
export const fitKnn = serveSearch((settings: ItemKnnOptions) => (train: Transactions) => {
  return fitItemKnn(interactionsOf(train, { value: 'binary' }), settings)
})
