import { interactionsOf, transactionsFromColumns, type Interactions } from '@clientele/core'
import type { Recommender } from '../src/index.js'
import { everyModel } from './every-model.js'
import { interactionsFrom } from './fixtures.js'

/** Thirty customers with awkward ids and up to nine products each, the same at every call. */
export function shopToSave(): Interactions<string | number, string> {
  const names = ['__proto__', 'ü', '\ud800', '😀']
  const cells = Array.from({ length: 30 }, (_, c) =>
    Array.from({ length: 3 + (c % 7) }, (_, i) => {
      const product = `p${(c * 5 + i * i * 3) % 17}`
      return [names[c] ?? c, names[(c * i) % 9] ?? product, 1 + ((c + i) % 3)] as const
    }),
  ).flat()
  return interactionsFrom<string | number, string>(cells)
}

/** What 500 lines of one customer each count after their age, the logarithm of some money included. */
export function decayedValues(): number[] {
  const lines = Array.from({ length: 500 }, (_, i) => i)
  const orders = transactionsFromColumns({
    customer: lines,
    product: lines.map((i) => i % 7),
    time: lines.map((i) => i * 7_654_321),
    amount: lines.map((i) => 1 + i / 3),
  })
  const decay = { halfLife: 11, asOf: 500 * 7_654_321 }
  return (['binary', 'log1pAmount'] as const).flatMap((value) =>
    Array.from(interactionsOf(orders, { value, ...decay }).matrix.values),
  )
}

/** Every model of the shop as a file, and what it answers. */
export function savedModels(): Record<string, { bytes: number[]; answers: ReturnType<typeof answersOf> }> {
  const shop = shopToSave()
  return Object.fromEntries(
    Object.entries(everyModel).map(([name, { fit }]) => {
      const model = fit(shop)
      return [name, { bytes: Array.from(model.save()), answers: answersOf(model) }]
    }),
  )
}

/** What a model says of everybody it knows, of a stranger, and of so many that kernels answer. */
export function answersOf<C extends string | number>(model: Recommender<C, string>) {
  const rules = {
    n: 4,
    quotas: [{ tag: 'q', among: ['p1', 'p2', 'ü'], share: 0.5 }],
    maxPerGroup: { max: 2, group: (item: string) => item.length },
  }
  const { ids } = model.customers
  const blocks = [...model.recommendAll({ ...rules, customers: [...ids, ...ids] })]
  return {
    lists: ids.map((customer) => model.recommend(customer, { n: 20 })),
    scores: ids.map((customer) => Array.from(model.scoreAll(customer)!)),
    stranger: model.recommendFor([{ item: 'p1' }, { item: '__proto__', value: 2 }], rules),
    all: blocks.map(({ items, scores }) => [Array.from(items), Array.from(scores)]),
  }
}
