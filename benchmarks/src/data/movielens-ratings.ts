import type { Transactions } from '@clientele/core'
import { FOLDS, movielensFolder, readFold } from '../published/movielens.js'
import type { DataSet, ShapedArray } from './data-set.js'

/** The first official fold of MovieLens 100K: users, items and ratings to learn from, and those to foresee, ids from 1. */
export const movieLensRatings: DataSet = {
  name: 'movielens-100k-u1',
  version: 1,
  make() {
    const { train, test } = readFold(movielensFolder(), FOLDS[0])
    const [user, item, rating] = columnsOf(train)
    const [testUser, testItem] = columnsOf(test)
    return { user, item, rating, testUser, testItem }
  },
}

function columnsOf({ customers, customer, products, product, amount, size }: Transactions<number, number>) {
  const column = (values: ShapedArray['values']): ShapedArray => ({ values, shape: [size] })
  return [
    column(Int32Array.from(customer, (position) => customers.ids[position]!)),
    column(Int32Array.from(product!, (position) => products!.ids[position]!)),
    column(amount),
  ] as const
}
