import { checkInteger, type Id, type Transactions } from '@clientele/core'
import { interactionGroups, splitLines, type ColdOptions, type SplitWithCold } from './split-sides.js'

/** How many interactions of each customer are held back. */
export interface SplitLastOptions extends ColdOptions {
  /** Last products of each customer that go to the test side, at least 1; default 1 (leave one out). */
  readonly n?: number
}

/**
 * Holds back the last n products of each customer. What counts is when a customer first bought a product; all lines of
 * that customer and product go with it. Customers with n products or fewer stay in the train side.
 *
 * Customers are cut at different moments: the train side holds orders later than orders of the test side, so that
 * trends leak; {@link splitByTime} lets none through. O(lines log lines).
 * @throws RangeError when nobody has more than n products; TypeError when the orders have no products
 * @see Meng, McCreadie, Macdonald, Ounis (2020), "Exploring Data Splitting Strategies for the Evaluation of
 *   Recommendation Models", RecSys
 * @example splitLast(orders, { n: 1 })
 */
export function splitLast<C extends Id, P extends Id, O extends Id>(
  orders: Transactions<C, P, O>,
  { n = 1, ...options }: SplitLastOptions = {},
): SplitWithCold<C, P, O> {
  checkInteger('splitLast', 'n', n, { min: 1 })
  const { group, first } = interactionGroups('splitLast', orders)
  const began = new Float64Array(first.length).fill(Infinity)
  group.forEach((each, line) => (began[each] = Math.min(began[each]!, orders.time[line]!)))
  const own = Array.from({ length: orders.customers.ids.length }, (): number[] => [])
  first.forEach((line, each) => own[orders.customer[line]!]!.push(each))
  const held = new Uint8Array(first.length)
  for (const groups of own) {
    if (groups.length <= n) continue
    // Of products bought at the same moment the one that stands later in the log is the later.
    groups.sort((a, b) => began[a]! - began[b]! || a - b)
    for (const each of groups.slice(-n)) held[each] = 1
  }
  const isTest = Uint8Array.from(group, (each) => held[each]!)
  return splitLines('splitLast', orders, isTest, { ...options, name: 'n', value: n })
}
