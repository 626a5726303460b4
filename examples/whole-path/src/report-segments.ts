import { featureColumn, type FeatureTable } from '@clientele/core'
import { count, money, tenth } from './figures.js'
import { section } from './section.js'
import { textTable, type TextColumn } from './text-table.js'

/** What the last columns of {@link groupTable} are. */
export const MEANS = 'recency in days, frequency in lines, monetary: means'

/** What the named segments are worth, in the order of their rules. */
export function segmentsReport(segments: FeatureTable): string {
  return section(`Segments by rules on the scores (${MEANS})`, groupTable('Segment', segments))
}

const FIGURES: readonly TextColumn[] = ['Customers', '%', 'Revenue', '%', 'Recency', 'Frequency', 'Monetary'].map(
  (title) => ({
    title,
    align: 'right',
  }),
)

/** One line per group of customers: how many, what they bring, and their mean recency, frequency and monetary value. */
export function groupTable(title: string, groups: FeatureTable): string {
  const rows = groups.index.ids.map((name, row) => [String(name), ...figuresOf(groups, row)])
  return textTable([{ title, align: 'left' }, ...FIGURES], rows)
}

function figuresOf(groups: FeatureTable, row: number): string[] {
  const value = (name: string) => featureColumn(groups, name).values[row]!
  return [
    count(value('customers')),
    tenth(100 * value('customerShare')),
    money(value('revenue')),
    tenth(100 * value('revenueShare')),
    tenth(value('meanRecency')),
    tenth(value('meanFrequency')),
    money(value('meanMonetary')),
  ]
}
