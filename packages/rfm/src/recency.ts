import { calendarDay, describeValue, rangeError, type Transactions } from '@clientele/core'

/**
 * Whole calendar days from the day of each customer's last order to the day of `asOf`.
 *
 * O(lines) time, one number per customer.
 * @param asOf epoch milliseconds
 * @throws RangeError when an order lies after `asOf` or a customer has none
 */
export function recencies(orders: Transactions, asOf: number, timeZone: string): Float64Array {
  const last = lastTimes(orders)
  const dayOf = calendarDay(timeZone, 'rfm')
  const today = dayOf(asOf)
  return last.map((time, customer) => {
    if (time === -Infinity) {
      const id = describeValue(orders.customers.ids[customer])
      throw rangeError('rfm', `the orders of customer ${id}`, 'be at least 1', 0)
    }
    if (time > asOf) throw orderAfter(orders, asOf)
    // Where clocks are put back at midnight a later moment can show an earlier day.
    return Math.max(0, today - dayOf(time))
  })
}

function lastTimes({ customers, customer, time }: Transactions): Float64Array {
  const last = new Float64Array(customers.ids.length).fill(-Infinity)
  for (let line = 0; line < customer.length; line++) {
    const who = customer[line]!
    if (time[line]! > last[who]!) last[who] = time[line]!
  }
  return last
}

/** The error that names the first line after `asOf`, by its order where the log has orders. */
function orderAfter(orders: Transactions, asOf: number): RangeError {
  const line = orders.time.findIndex((time) => time > asOf)
  const id = orders.orders?.ids[orders.order?.[line] ?? -1]
  const name = id === undefined ? `orders.time[${line}]` : `the time of order ${describeValue(id)}`
  return rangeError('rfm', name, `be at most asOf (${describeValue(new Date(asOf))})`, new Date(orders.time[line]!))
}
