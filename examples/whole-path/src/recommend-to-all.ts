import { runAsync, type AsyncOptions, type Steps } from '@clientele/core'
import type { Recommendation } from '@clientele/recommenders'
import type { Models } from './fit-models.js'

const LIST = 10

/** Ten products for every customer that they have not bought yet, in the order of the models' customers. */
export function recommendToAll({ combined }: Models, asynchronous: AsyncOptions): Promise<Recommendation[][]> {
  return runAsync(listSteps(combined), asynchronous)
}

function* listSteps(model: Models['combined']): Steps<Recommendation[][]> {
  const customers = model.customers.ids
  const lists: Recommendation[][] = []
  for (const customer of customers) {
    if (lists.length % 16 === 0) yield { stage: 'recommend', done: lists.length, total: customers.length }
    lists.push(model.recommend(customer, { n: LIST }))
  }
  return lists
}
