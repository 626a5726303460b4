import type { Rfm } from '@clientele/rfm'
import { day, number } from './figures.js'
import { section } from './section.js'
import { textTable } from './text-table.js'

/** The borders between the scores 1 to 4. */
export function scoresReport({ asOf, cuts }: Rfm, timeZone: string): string {
  const row = (name: string, borders: readonly number[], best: string) => [name, ...borders.map(number), best]
  const table = textTable(
    [
      { title: 'Quartile cuts', align: 'left' },
      { title: '25 %', align: 'right' },
      { title: '50 %', align: 'right' },
      { title: '75 %', align: 'right' },
      { title: 'Score 4 is', align: 'left' },
    ],
    [
      row('Recency (days)', cuts.recency, 'most recent'),
      row('Frequency (lines)', cuts.frequency, 'most lines'),
      row('Monetary', cuts.monetary, 'most money'),
    ],
  )
  return section(`RFM scores 1 to 4, as of ${day(asOf, timeZone)}`, table)
}
