import type { Transactions } from '@clientele/core'
import { leaveOut, type LineFilter, type LineTally } from '../../measure/line-filter.js'
import { BLOCK_LINES, lineBlock, type Fact, type LineBlock } from './line-block.js'
import type { MarkOpenings } from './order-openings.js'

/** What is known of each line besides its customer, where a fact needs it. */
export interface LineMarks {
  /** Marks the first lines of orders. */
  readonly openings: MarkOpenings | undefined
  /** Moment → calendar day. */
  readonly dayOf: ((time: number) => number) | undefined
}

/**
 * Lets all lines pass the facts once, block by block, and books the lines that do not count.
 *
 * O(lines) for each fact; one block of memory.
 * @returns `undefined` as soon as the openings of orders cannot be told
 * @throws RangeError when a line must not be left out
 */
export function gather(
  fn: string,
  orders: Transactions,
  filter: LineFilter,
  { openings, dayOf }: LineMarks,
  facts: readonly Fact<unknown>[],
): LineTally | undefined {
  const tally: LineTally = { afterAsOf: 0, beforeFrom: 0, refunds: 0 }
  const block = lineBlock()
  for (block.start = 0; block.start < orders.customer.length; block.start += BLOCK_LINES) {
    block.size = Math.min(BLOCK_LINES, orders.customer.length - block.start)
    fillCustomers(fn, orders, filter, block, tally)
    if (dayOf !== undefined) fillDays(orders.time, dayOf, block)
    if (openings?.(block) === false) return undefined
    for (const fact of facts) fact.add(block)
  }
  return tally
}

function fillCustomers(
  fn: string,
  orders: Transactions,
  filter: LineFilter,
  { start, size, who }: LineBlock,
  tally: LineTally,
): void {
  const { customer, time, amount } = orders
  const { from, until, least } = filter
  const customers = orders.customers.ids.length
  for (let i = 0; i < size; i++) {
    const line = start + i
    const at = time[line]!
    who[i] = customer[line]!
    if (!(at >= from && at <= until && amount[line]! >= least && customer[line]! >>> 0 < customers)) {
      leaveOut(fn, orders, line, filter, tally)
      who[i] = customers
    }
  }
}

/** The lines of an order share a time, so the day of the line before is kept. */
function fillDays(time: Float64Array, dayOf: (time: number) => number, { start, size, day }: LineBlock): void {
  let knownTime = NaN
  let knownDay = 0
  for (let i = 0; i < size; i++) {
    if (time[start + i] !== knownTime) {
      knownTime = time[start + i]!
      knownDay = dayOf(knownTime)
    }
    day[i] = knownDay
  }
}
