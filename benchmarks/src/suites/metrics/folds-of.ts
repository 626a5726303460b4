import { transactionsFromColumns } from '@clientele/core'
import { kFold } from '@clientele/metrics'
import { readData } from '../../data/data-set.js'

/** Five folds of the pairs of a data set like `movielens-100k-shape`: an order log with one line a pair, all of one moment. */
export function foldsOf(folder: string) {
  const data = readData(folder)
  const offsets = data['offsets']!.values
  const product = data['items']!.values
  const customer = new Int32Array(product.length)
  for (let user = 0; user < offsets.length - 1; user++) customer.fill(user, offsets[user], offsets[user + 1])
  const [time, amount] = [new Float64Array(product.length), new Float64Array(product.length).fill(1)]
  return kFold(transactionsFromColumns({ customer, product, time, amount }), { folds: 5, seed: 1 })
}
