import { calendarDay, dayText, type Transactions } from '@clientele/core'
import { nameSegments, rfm, type Rfm } from '@clientele/rfm'

/**
 * Recency, frequency (lines) and monetary value of every customer with quartile scores and a named segment, as of the day
 * after the last order.
 */
export function scoreCustomers(orders: Transactions, timeZone: string): Rfm {
  const asOf = dayText(lastDay(orders, timeZone) + 1)
  return nameSegments(rfm(orders, { asOf, bins: 4, frequency: 'lines', timeZone }))
}

/** The calendar day of the last order, counted from 1970-01-01. */
function lastDay({ time }: Transactions, timeZone: string): number {
  return calendarDay(timeZone)(time.reduce((latest, each) => Math.max(latest, each), -Infinity))
}
