import { compensatedSum, type Transactions } from '@clientele/core'
import type { CleaningReport, DroppedRows, TableRow } from '@clientele/io'
import { count, counted, day, money } from './figures.js'
import { printable, shortened } from './printable.js'
import { line, section } from './section.js'
import { WIDTH } from './text-table.js'
import type { PathResult } from './whole-path.js'

/** What was read, what cleaning dropped and why, and what the orders add up to. */
export function ordersReport({ title, orders, report }: PathResult, timeZone: string): string {
  return section(`Orders of ${printable(title)}`, report ? cleaningReport(report) : '', totals(orders, timeZone))
}

function cleaningReport({ rowsRead, rowsKept, dropped, without, dateFormat }: CleaningReport): string {
  const shown = dropped.find(({ samples }) => samples.length > 0)?.samples[0]
  return [
    rowsLine(rowsRead, 'rows read; dropped by rule:'),
    ...dropped.map(droppedRows),
    rowsLine(rowsKept, 'rows kept'),
    ...(shown ? [line(`Cells shown: ${Object.keys(shown).map(printable).join(' | ')}`)] : []),
    ...without.map((rule) => line(`Rows were kept in spite of ${rule}, which was turned off`)),
    ...(dateFormat === undefined ? [] : [line(`Dates were read as ${dateFormat}`)]),
  ].join('')
}

/** What a rule dropped, with the first rows. */
function droppedRows({ rule, reason, count: rows, samples, sampleRows, missing }: DroppedRows): string {
  if (missing.length > 0) return rowsLine(rows, `${rule} does not apply: no column of ${missing.join(' and ')}`)
  const first = samples.map((row, i) => rowsLine(undefined, `  row ${count(sampleRows[i]!)}: ${cellsOf(row)}`))
  return rowsLine(rows, `${rule}: ${reason}`) + first.join('')
}

const NUMBER_WIDTH = 11

function rowsLine(rows: number | undefined, text: string): string {
  const number = rows === undefined ? '' : count(rows)
  return `${number.padStart(NUMBER_WIDTH)}  ${shortened(text, WIDTH - NUMBER_WIDTH - 2)}\n`
}

/** A row on one line; midnight and milliseconds are left out of times, and a sign stands for nothing. */
function cellsOf(row: TableRow): string {
  const cells = Object.values(row).map((value) =>
    value === null ? '–' : String(value).replace(/(?:T00:00:00|(T\d\d:\d\d)(?::00)?)?\.000Z$/, '$1'),
  )
  return printable(cells.join(' | '))
}

function totals(orders: Transactions, timeZone: string): string {
  const { size, customers, products, orders: index, amount, time } = orders
  const first = time.reduce((earliest, each) => Math.min(earliest, each), Infinity)
  const last = time.reduce((latest, each) => Math.max(latest, each), -Infinity)
  const things = [
    counted(customers.ids.length, 'customer'),
    ...(products ? [counted(products.ids.length, 'product')] : []),
    ...(index ? [counted(index.ids.length, 'order')] : []),
    counted(size, 'line'),
  ]
  return (
    line(`${things.join(', ')}; revenue ${money(compensatedSum(amount))}`) +
    line(`${day(first, timeZone)} to ${day(last, timeZone)}, days of ${timeZone}`)
  )
}
