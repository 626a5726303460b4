import { reference } from '@clientele/testing'

/** The reference lists cut at k, as positions in the catalogue. */
export function beyondAccuracy(k: number) {
  const { beyondAccuracy: all } = reference('ranking-metrics')
  const position = (item: number) => item - 1
  const users = Object.keys(all.lists)
  const training = Object.values<number[]>(all.training).map((items) => items.map(position))
  const products: number = all.catalog.length
  const popularity = Array.from({ length: products }, (_, p) => training.filter((items) => items.includes(p)).length)
  const cut = (lists: Record<string, number[]>) => users.map((user) => lists[user]!.slice(0, k).map(position))
  return {
    products,
    popularity,
    customers: training.length,
    interactions: training.reduce((sum, items) => sum + items.length, 0),
    lists: cut(all.lists),
    unseen: cut(all.recommenders.lists),
    relevant: users.map((user) => all.relevant[user].map(position) as number[]),
    history: users.map((user) => all.training[user].map(position) as number[]),
    features: all.catalog.map((item: number) => all.features[item]) as number[][],
    /** One row per product, one column per customer. */
    bought: Array.from({ length: products }, (_, p) => training.map((items) => (items.includes(p) ? 1 : 0))),
    rectools: all.rectools[k],
    recommenders: all.recommenders,
    recbole: all.recbole[k],
  }
}
