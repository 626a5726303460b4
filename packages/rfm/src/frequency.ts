import { calendarDay, type Transactions } from '@clientele/core'
import { countDistinct, countLines, countOrders } from './counts.js'

/** What frequency counts for a customer: distinct orders, distinct calendar days with an order, or lines. */
export type Frequency = 'orders' | 'days' | 'lines'

/**
 * How often each customer bought. In a log without an order column, the lines of a customer at one moment are one order.
 *
 * O(lines) time.
 * @param timeZone where a day begins
 */
export function frequencies(orders: Transactions, frequency: Frequency, timeZone: string): Int32Array {
  const { customers, customer, time, order } = orders
  const customerCount = customers.ids.length
  if (frequency === 'lines') return countLines(customer, customerCount)
  if (frequency === 'days') return countDistinct(customer, daysOf(time, timeZone), customerCount)
  if (order !== undefined && orders.orders !== undefined) {
    return countOrders(customer, order, customerCount, orders.orders.ids.length)
  }
  return countDistinct(customer, (line) => time[line]!, customerCount)
}

/** Line → calendar day; the lines of an order share a time, so the day of the line before is kept. */
function daysOf(time: Float64Array, timeZone: string): (line: number) => number {
  const dayOf = calendarDay(timeZone, 'rfm')
  let knownTime = NaN
  let knownDay = NaN
  return (line) => {
    if (time[line] !== knownTime) {
      knownTime = time[line]!
      knownDay = dayOf(knownTime)
    }
    return knownDay
  }
}
