import { readFileSync } from 'node:fs'
import { transactions, type Transactions } from '@clientele/core'
import { readOrders } from '@clientele/io'
import { hasShared, reference, sharedFile } from '@clientele/testing'
import { purchaseSummary, type PurchaseSummary } from '../../src/lifetime/purchase-summary.js'

/** Models and predictions that trusted implementations computed; not there without the shared data. */
export const stored = hasShared ? reference('clv') : undefined

/** The published histories of the 2,357 CDNOW customers, in weeks. */
export function cdnowHistories() {
  const lines = readFileSync(sharedFile('data/cdnow/cdnow_customers_summary.csv'), 'utf8').trim().split('\n').slice(1)
  const rows = lines.map((line) => line.split(',').map(Number))
  const column = (cell: number) => rows.map((row) => row[cell]!)
  return { ids: column(0), repeatPurchases: column(1), activeSpan: column(2), age: column(3), unit: 'weeks' as const }
}

/** Purchases of the same customers until June 1998; the customer's number in the sample is the second column. */
export function cdnowOrders(): Transactions<number> {
  const lines = readFileSync(sharedFile('data/cdnow/CDNOW_sample.txt'), 'utf8').trim().split('\n')
  const rows = lines.map((line) => line.trim().split(/\s+/))
  return transactions(rows, {
    customer: (cells) => Number(cells[1]),
    time: (cells) => cells[2]!.replace(/(....)(..)(..)/, '$1-$2-$3'),
    amount: (cells) => Number(cells[4]),
  })
}

/** Histories of the 5,878 customers of Online Retail II, in weeks. */
export async function retailSummary(): Promise<PurchaseSummary> {
  const { orders } = await readOrders(sharedFile('data/online-retail-ii/online_retail_II.parquet'))
  return purchaseSummary(orders, { asOf: '2011-12-09T23:59' })
}

/** The customers of whom predictions are stored. */
export function predictedHistories(source: 'cdnow' | 'onlineRetailII') {
  const customers: Record<string, number>[] = stored[source].predictions
  const weeks = (name: string) => customers.map((each) => each[`${name}Weeks`] ?? each[`${name}Days`]! / 7)
  const repeatPurchases = customers.map(({ frequency }) => frequency!)
  return { repeatPurchases, activeSpan: weeks('recency'), age: weeks('age'), unit: 'weeks' as const }
}

/** A stored figure of each of these customers. */
export function predicted(source: 'cdnow' | 'onlineRetailII', name: string): number[] {
  return stored[source].predictions.map((customer: Record<string, number>) => customer[name])
}
