import { positionOf, type Transactions } from '@clientele/core'

/** Foresees a rating. */
export type RatingModel = (user: number, item: number) => number

/** The mean of the user's ratings; of all ratings for a user without any. */
export function userAverage({ customers, customer, amount }: Transactions<number, number>): RatingModel {
  const sums = new Float64Array(customers.ids.length)
  const counts = new Float64Array(customers.ids.length)
  customer.forEach((user, line) => {
    sums[user]! += amount[line]!
    counts[user]!++
  })
  const all = amount.reduce((sum, rating) => sum + rating, 0) / amount.length
  return (user) => {
    const position = positionOf(customers, user)
    return position < 0 ? all : sums[position]! / counts[position]!
  }
}
