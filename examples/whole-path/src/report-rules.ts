import type { Id } from '@clientele/core'
import { productNames } from './product-names.js'
import { line } from './section.js'
import { RARE, shopRules, shopRulesInWords } from './shop-rules.js'
import { textTable } from './text-table.js'
import type { PathResult, Recommendations } from './whole-path.js'

/** What a customer is recommended under the rules of a shop, and which places are for rarely bought products. */
export function rulesReport({ orders }: PathResult, { models }: Recommendations, customer: Id): string {
  const rules = shopRulesInWords(orders)
  const list = models.combined.recommend(customer, shopRules(orders, models))
  if (list.length === 0) return line(`Nothing is left under rules (${rules})`)
  const nameOf = productNames(orders)
  const table = textTable(
    [
      { title: '#', align: 'right' },
      { title: 'Product', align: 'left' },
      { title: 'Name', align: 'left' },
      { title: 'Place', align: 'left' },
    ],
    list.map(({ item, source }, i) => [String(i + 1), String(item), nameOf(item), source === RARE ? RARE : '']),
  )
  return line(`Under rules (${rules}):`) + table
}
