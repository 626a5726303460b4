import { runAsync, type AsyncOptions, type Row, type Steps } from '@clientele/core'
import { productNames } from './product-names.js'
import { reasonsFor } from './reasons.js'
import type { PathResult } from './whole-path.js'

/** The columns of {@link recommendationRows}; the causes are ids of products. */
export const RECOMMENDATION_COLUMNS = [
  ...['customer', 'rank', 'product', 'name', 'score', 'source'],
  ...['because1', 'because2', 'because3'],
]

/** All recommendations as rows: to whom, at which rank, what, where it comes from and which products caused it. */
export function recommendationRows(result: PathResult, asynchronous: AsyncOptions): Promise<Row[]> {
  return runAsync(rowSteps(result), asynchronous)
}

function* rowSteps({ customers, orders, recommendations }: PathResult): Steps<Row[]> {
  const rows: Row[] = []
  if (recommendations === undefined) return rows
  const { models, lists } = recommendations
  const nameOf = productNames(orders)
  for (const [at, list] of lists.entries()) {
    if (at % 16 === 0) yield { stage: 'explain', done: at, total: lists.length }
    const customer = customers.index.ids[at]!
    list.forEach((recommendation, i) => {
      const { item, score, source } = recommendation
      const { because } = reasonsFor(models, customer, recommendation)
      const cells = [customer, i + 1, item, nameOf(item), score, source, ...because]
      rows.push(Object.fromEntries(RECOMMENDATION_COLUMNS.map((name, c) => [name, cells[c] ?? ''])))
    })
  }
  return rows
}
