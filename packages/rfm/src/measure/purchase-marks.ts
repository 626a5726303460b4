import { calendarDay, type Transactions } from '@clientele/core'

/** What frequency counts for a customer: distinct orders, distinct calendar days with an order, or lines. */
export type Frequency = 'orders' | 'days' | 'lines'

/**
 * Writes a number for each line from `start` up to `end` into a list, from its first place on: one that tells one purchase of a
 * customer from the next.
 */
export type MarkLines = (start: number, end: number, into: Float64Array) => void

/**
 * Where the numbers of {@link MarkLines} come from: the order, the calendar day, or the line. In a log without an order column the
 * lines of a customer at one moment are one order, so the moment is the number.
 */
export function purchaseMarks(
  fn: string,
  { order, time }: Transactions,
  counted: Frequency,
  timeZone: string,
): MarkLines {
  if (counted === 'orders') return (start, end, into) => into.set((order ?? time).subarray(start, end))
  const dayOf = counted === 'days' ? calendarDay(timeZone, fn) : undefined
  return (start, end, into) => {
    for (let line = start; line < end; line++) into[line - start] = dayOf === undefined ? line : dayOf(time[line]!)
  }
}
