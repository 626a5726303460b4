import { checkAllFinite, type Transactions } from '@clientele/core'
import { leaveOut, type LineFilter, type LineTally } from './line-filter.js'
import { purchaseMarks, type Frequency } from './purchase-marks.js'
import { recount } from './recount.js'

/** What the lines that count say about each customer of the log, by position in `customers`. */
export interface Measured {
  /** Moment of the last line; `-Infinity` where none counts. */
  readonly last: Float64Array
  /** Number of distinct orders or days, or of lines. */
  readonly count: Int32Array
  /** Sum of amounts, compensated. */
  readonly sum: Float64Array
  /** Moment of the first line of all; `Infinity` where none counts. */
  readonly start: number
  /** Lines that do not count. */
  readonly leftOut: LineTally
}

/** What {@link takeLines} writes to. */
interface Progress extends Measured {
  start: number
  /** What rounding took from each sum. */
  readonly lost: Float64Array
  /** The highest mark of each customer so far. */
  readonly highest: Float64Array
  /** 1 for each customer with a mark that is lower than one before. */
  readonly falls: Uint8Array
}

/** Lines that are taken at once, few enough for their marks to stay in the processor's cache. */
interface Block {
  readonly first: number
  readonly end: number
  /** A number that tells the purchase of each line. */
  readonly marks: Float64Array
}

/** Lines of a block. */
const BLOCK_LINES = 4096

/**
 * Last moment, count and sum of each customer, in one pass over the lines.
 *
 * A purchase is new where its mark is higher than any the customer had before: always so in a log kept in order of time.
 * Customers whose marks fall are counted again by {@link recount}. O(lines) time, a few numbers per customer.
 * @throws RangeError when a line must not be left out (see {@link leaveOut}) or a sum is too large to be a number
 */
export function measure(fn: string, orders: Transactions, filter: LineFilter, counted: Frequency): Measured {
  const customers = orders.customers.ids.length
  const progress: Progress = {
    last: new Float64Array(customers).fill(-Infinity),
    count: new Int32Array(customers),
    sum: new Float64Array(customers),
    lost: new Float64Array(customers),
    highest: new Float64Array(customers).fill(-Infinity),
    falls: new Uint8Array(customers),
    start: Infinity,
    leftOut: { afterAsOf: 0, beforeFrom: 0, refunds: 0 },
  }
  const markLines = purchaseMarks(fn, orders, counted, filter.timeZone)
  const marks = new Float64Array(BLOCK_LINES)
  const lines = orders.customer.length
  for (let first = 0; first < lines; first += BLOCK_LINES) {
    const end = Math.min(first + BLOCK_LINES, lines)
    markLines(first, end, marks)
    takeLines(fn, orders, filter, { first, end, marks }, progress)
  }
  const { last, count, sum, lost, falls, start, leftOut } = progress
  recount(orders, filter, counted, markLines, falls, count)
  checkAllFinite(fn, 'monetary', sum)
  for (let who = 0; who < customers; who++) sum[who]! += lost[who]!
  return { last, count, sum, start, leftOut }
}

/**
 * Takes the lines of a block. Neighbouring lines are mostly of one customer, whose numbers are held in variables
 * meanwhile.
 * @see Knuth (1997), "The Art of Computer Programming", volume 2, section 4.2.2, theorem B: what rounding takes from a sum
 */
function takeLines(fn: string, orders: Transactions, filter: LineFilter, block: Block, progress: Progress): void {
  const { first, end, marks } = block
  const { customer, time, amount } = orders
  const { from, until, least } = filter
  const { last, count, sum, lost, highest, falls, leftOut } = progress
  let { start } = progress
  for (let line = first; line < end;) {
    const who = customer[line]!
    // A customer who is not in the index is an error, whatever the line says.
    if (who >>> 0 >= last.length) leaveOut(fn, orders, line, filter, leftOut)
    let latest = last[who]!
    let purchases = count[who]!
    let total = sum[who]!
    let rounding = lost[who]!
    let mark = highest[who]!
    do {
      const at = time[line]!
      const money = amount[line]!
      if (!(at >= from && at <= until && money >= least)) leaveOut(fn, orders, line, filter, leftOut)
      else {
        if (at > latest) latest = at
        if (at < start) start = at
        const after = total + money
        const added = after - total
        rounding += total - (after - added) + (money - added)
        total = after
        const now = marks[line - first]!
        if (now > mark) {
          mark = now
          purchases++
        } else if (now < mark) falls[who] = 1
      }
      line++
    } while (line < end && customer[line] === who)
    last[who] = latest
    count[who] = purchases
    sum[who] = total
    lost[who] = rounding
    highest[who] = mark
  }
  progress.start = start
}
