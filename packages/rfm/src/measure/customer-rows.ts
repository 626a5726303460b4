import { describeValue, idIndex, positionOf, rangeError, typeError } from '@clientele/core'
import type { Id, IdIndex, Transactions } from '@clientele/core'
import type { LeftOut } from './line-filter.js'
import type { Measured } from './measure.js'

/** Which customers become rows of a table: those with a line that counts, then prospects. */
export interface CustomerRows<C extends Id> {
  /** The id of each row. */
  readonly index: IdIndex<C>
  /** Row → position in the log's `customers`, for the rows before the prospects. */
  readonly positions: Int32Array
  /** Number of customers of the list without a line that counts; their rows come last. */
  readonly prospects: number
  /** What did not become part of the rows. */
  readonly leftOut: LeftOut
}

/**
 * Rows of the customers whose lines count, in the order of the log, then of those on the customer list who have none, in its
 * order.
 *
 * O(customers).
 * @param list the customer list, if there is one
 * @throws RangeError when no line counts at all, or a customer has none although nothing was left out and there is no list
 */
export function customerRows<C extends Id>(
  fn: string,
  { size, customers }: Transactions<C>,
  { last, leftOut }: Pick<Measured, 'last' | 'leftOut'>,
  list: Iterable<C> | undefined,
): CustomerRows<C> {
  const lines = leftOut.afterAsOf + leftOut.beforeFrom + leftOut.refunds
  if (size === 0) throw rangeError(fn, 'orders.size', 'be at least 1', 0)
  if (lines === size) throw rangeError(fn, 'orders', `have a line that counts (${reasons(leftOut)})`, 0)
  const isBuyer = (position: number) => last[position]! > -Infinity
  const positions = buyers(last)
  const without = customers.ids.length - positions.length
  if (without > 0 && lines === 0 && list === undefined) {
    const id = describeValue(customers.ids.find((_, position) => !isBuyer(position)))
    throw rangeError(fn, `the orders of customer ${id}`, 'be at least 1', 0)
  }
  const where = (id: C) => positionOf(customers, id)
  const prospects = uniqueIds(fn, list).filter((id) => where(id) < 0 || !isBuyer(where(id)))
  const bought = without === 0 ? customers.ids : Array.from(positions, (position) => customers.ids[position]!)
  return {
    index: without === 0 && prospects.length === 0 ? customers : { ids: [...bought, ...prospects] },
    positions,
    prospects: prospects.length,
    leftOut: { ...leftOut, customers: without - prospects.filter((id) => where(id) >= 0).length },
  }
}

/** Positions of the customers who have a line that counts. */
function buyers(last: Float64Array): Int32Array {
  const positions = new Int32Array(last.length)
  let count = 0
  for (let position = 0; position < last.length; position++) {
    if (last[position]! > -Infinity) positions[count++] = position
  }
  return positions.subarray(0, count)
}

function reasons({ afterAsOf, beforeFrom, refunds }: CustomerRows<Id>['leftOut'] | Measured['leftOut']): string {
  return `${afterAsOf} lines after asOf, ${beforeFrom} before from, ${refunds} refunds were left out`
}

function uniqueIds<C extends Id>(fn: string, list: Iterable<C> | undefined): readonly C[] {
  if (list === undefined) return []
  const isList =
    typeof list === 'object' && typeof (list as Partial<Iterable<C>> | null)?.[Symbol.iterator] === 'function'
  if (!isList) throw typeError(fn, 'customers', 'be an array of ids', list)
  return idIndex(list, 'customers', fn).ids
}
