import { featureColumn, topK, type Id } from '@clientele/core'
import { count, counted, percent } from './figures.js'
import { printable, shortened } from './printable.js'
import { productNames } from './product-names.js'
import { reasonsFor, type Reasons } from './reasons.js'
import { rulesReport } from './report-rules.js'
import { line, section } from './section.js'
import { textTable, WIDTH } from './text-table.js'
import type { PathResult, Recommendations } from './whole-path.js'

const SAMPLE = 3

/** How far the lists reach, and of the customer who spent most the first places, and the list under the rules of a shop. */
export function recommendationsReport(result: PathResult): string {
  const title = 'Recommendations by item-based collaborative filtering, popularity as fallback'
  const { customers, orders, recommendations } = result
  if (recommendations === undefined) {
    return section(title, line('Left out: the orders have no column of products; name it with --columns product=NAME'))
  }
  const [top] = topK(featureColumn(customers, 'monetary').values, 1).indices
  return section(
    title,
    line(reach(recommendations, orders.products!.ids.length)),
    line(`The best for ${printable(String(customers.index.ids[top!]))}, who spent most:`),
    recommendationList(result, recommendations, top!, SAMPLE),
    rulesReport(result, recommendations, customers.index.ids[top!]!),
  )
}

function reach({ models, lists }: Recommendations, products: number): string {
  const all = lists.flat()
  const recommended = new Set(all.map(({ item }) => item)).size
  const popular = all.filter(({ source }) => source !== models.personal.name).length
  return (
    `${count(all.length)} in ${counted(lists.length, 'list')}, ${count(popular)} of them by popularity; ` +
    `${count(recommended)} of ${counted(products, 'product')} (${percent(recommended / products)}) are recommended`
  )
}

/** The first `n` products recommended to the customer of a row, each with its reasons in a line below. */
export function recommendationList(
  { customers, orders }: PathResult,
  { models, lists }: Recommendations,
  row: number,
  n: number,
): string {
  const nameOf = productNames(orders)
  const list = lists[row]!.slice(0, n)
  if (list.length === 0) return line('Nothing is left to recommend: every product was bought already')
  const table = textTable(
    [
      { title: '#', align: 'right' },
      { title: 'Product', align: 'left' },
      { title: 'Name', align: 'left' },
      { title: 'Score', align: 'right' },
    ],
    list.map(({ item, score }, i) => [String(i + 1), String(item), nameOf(item), score.toFixed(2)]),
  )
  const [titles, ...places] = table.split('\n')
  const reasons = list.map((each) => reasonLine(reasonsFor(models, customers.index.ids[row]!, each), nameOf))
  return `${titles!}\n${reasons.map((reason, i) => `${places[i]!}\n${reason}`).join('')}`
}

const INDENT = '      '

function reasonLine({ because, buyers }: Reasons, nameOf: (product: Id) => string): string {
  const products = because.map((product) => printable(nameOf(product)))
  const reason = buyers === undefined ? `of ${products.join(', ')}` : `${counted(buyers, 'customer')} bought it`
  return `${INDENT}${shortened(`because ${reason}`, WIDTH - INDENT.length)}\n`
}
