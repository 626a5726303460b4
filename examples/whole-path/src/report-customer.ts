import { compensatedSum, featureColumn } from '@clientele/core'
import type { CustomerStory } from './customer-story.js'
import { count, counted, day, money } from './figures.js'
import { printable } from './printable.js'
import { productNames } from './product-names.js'
import { recommendationList } from './report-recommendations.js'
import { line, section } from './section.js'
import { textTable } from './text-table.js'
import type { PathResult } from './whole-path.js'

/** One customer: figures, segment, last month's purchases, recommendations with reasons. */
export function customerReport(story: CustomerStory, result: PathResult, timeZone: string): string {
  const { recommendations } = result
  return [
    section(printable(`Customer ${story.customer} of ${result.title}`), figures(story, result, timeZone)),
    section(
      `Last month: the 30 days before ${day(result.customers.asOf, timeZone)}`,
      lastMonth(story, result, timeZone),
    ),
    section(
      'Recommendations',
      recommendations
        ? recommendationList(result, recommendations, story.row, 10)
        : line('None: the orders have no column of products'),
    ),
  ].join('')
}

function figures(story: CustomerStory, { customers, clusters }: PathResult, timeZone: string): string {
  const { row, firstTime, lastTime, orders, products } = story
  const value = (name: string) => featureColumn(customers, name).values[row]!
  const { labels, values } = featureColumn(customers, 'segment')
  const bought = [...(orders ? [counted(orders, 'order')] : []), ...(products ? [counted(products, 'product')] : [])]
  const table = textTable(
    [
      { title: 'Figure', align: 'left' },
      { title: 'Value', align: 'right' },
      { title: 'Score', align: 'right' },
      { title: 'That is', align: 'left' },
    ],
    [
      [
        'Recency',
        counted(value('recency'), 'day'),
        count(value('recencyScore')),
        `last order ${day(lastTime, timeZone)}`,
      ],
      ['Frequency', counted(value('frequency'), 'line'), count(value('frequencyScore')), bought.join(', ')],
      ['Monetary', money(value('monetary')), count(value('monetaryScore')), `since ${day(firstTime, timeZone)}`],
    ],
  )
  return table + line(`Segment: ${labels![values[row]!]!}; cluster ${clusters.cluster[row]!} of ${clusters.k}`)
}

/** More purchases than this are counted instead of shown. */
const MOST_SHOWN = 30

function lastMonth({ lastMonth: purchases }: CustomerStory, { orders }: PathResult, timeZone: string): string {
  if (purchases.length === 0) return line('No purchases')
  const nameOf = productNames(orders)
  const shown = purchases.slice(0, MOST_SHOWN)
  const table = textTable(
    [
      { title: 'Day', align: 'left' },
      { title: 'Product', align: 'left' },
      { title: 'Name', align: 'left' },
      { title: 'Units', align: 'right' },
      { title: 'Amount', align: 'right' },
    ],
    shown.map(({ time, product, quantity, amount }) => [
      day(time, timeZone),
      String(product ?? '–'),
      product === undefined ? '–' : nameOf(product),
      quantity === undefined ? '–' : count(quantity),
      money(amount),
    ]),
  )
  const spent = money(compensatedSum(purchases.map(({ amount }) => amount)))
  const rest = purchases.length - shown.length
  return (
    table +
    (rest > 0 ? line(`and ${counted(rest, 'earlier line')}`) : '') +
    line(`In all ${counted(purchases.length, 'line')}, ${spent}`)
  )
}
