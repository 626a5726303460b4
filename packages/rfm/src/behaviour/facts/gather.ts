import type { Transactions } from '@clientele/core'
import { leaveOut, type LineFilter, type LineTally } from '../../measure/line-filter.js'
import type { Fact, Room } from './fact.js'
import { BLOCK_LINES, lineBlock, type LineBlock } from './line-block.js'
import type { MarkOpenings } from './order-openings.js'

/** What is known of each run of lines besides its customer, where a fact needs it. */
export interface RunMarks {
  /** Marks the runs that open orders. */
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
  { openings, dayOf }: RunMarks,
  facts: readonly Fact<unknown>[],
  rooms: readonly Room[],
): LineTally | undefined {
  const tally: LineTally = { afterAsOf: 0, beforeFrom: 0, refunds: 0 }
  const lines = orders.customer.length
  const block = lineBlock()
  for (block.start = 0; block.start < lines; block.start += BLOCK_LINES) {
    block.size = Math.min(BLOCK_LINES, lines - block.start)
    fillCustomers(fn, orders, filter, block, tally)
    findRuns(orders, block)
    if (dayOf !== undefined) fillDays(orders.time, dayOf, block)
    if (openings?.(block) === false) return undefined
    for (const [i, fact] of facts.entries()) fact.add(block, rooms[i]!)
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

/** A run begins where the customer, the moment or the order is another than in the line before. */
function findRuns({ time, customer, order = customer }: Transactions, block: LineBlock): void {
  const { start, size, who, first } = block
  let runs = 0
  for (let i = 0; i < size; i++) {
    const line = start + i
    const isSame = i > 0 && who[i] === who[i - 1] && time[line] === time[line - 1] && order[line] === order[line - 1]
    if (!isSame) first[runs++] = i
  }
  block.runs = runs
}

function fillDays(time: Float64Array, dayOf: (time: number) => number, { start, runs, first, day }: LineBlock): void {
  for (let run = 0; run < runs; run++) day[run] = dayOf(time[start + first[run]!]!)
}
