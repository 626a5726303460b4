import { calendarDay, type Transactions } from '@clientele/core'

/** What frequency counts for a customer: distinct orders, distinct calendar days with an order, or lines. */
export type Frequency = 'orders' | 'days' | 'lines'

/** A number for each line that tells one purchase of a customer from the next. */
export interface PurchaseMarks {
  /** The numbers as they stand in the log; where there are none, `dayOf` or else the position of the line is the number. */
  readonly column: Int32Array | Float64Array | undefined
  /** Moment → calendar day, where days are counted. */
  readonly dayOf: ((time: number) => number) | undefined
}

/**
 * Where the numbers of {@link PurchaseMarks} come from: the order, the calendar day, or the line. In a log without an order
 * column the lines of a customer at one moment are one order, so the moment is the number.
 */
export function purchaseMarks(
  fn: string,
  { order, time }: Transactions,
  counted: Frequency,
  timeZone: string,
): PurchaseMarks {
  return {
    column: counted === 'orders' ? (order ?? time) : undefined,
    dayOf: counted === 'days' ? calendarDay(timeZone, fn) : undefined,
  }
}
