import { interactionsOf, type Transactions } from '@clientele/core'
import { serveSearch } from '@clientele/metrics'
import { fitItemKnn, type ItemKnnOptions } from '@clientele/recommenders'

/** What is searched: item kNN of any settings, learned from who bought what. Workers load this file. */
export const fitKnn = serveSearch((settings: ItemKnnOptions) => (train: Transactions) => {
  return fitItemKnn(interactionsOf(train, { value: 'binary' }), settings)
})
