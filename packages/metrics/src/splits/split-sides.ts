import { checkOneOf, positionOf, rangeError, selectLines, typeError, type Id, type Transactions } from '@clientele/core'
import { splitFacts, type Split } from './split-facts.js'

/** What becomes of test lines whose customer or product the train side does not know. */
export interface ColdOptions {
  /**
   * `'keep'` (default): such lines stay in the test side. `'setApart'`: they are taken out of it into `cold`. They are
   * counted either way.
   */
  readonly cold?: 'keep' | 'setApart'
}

/** A split, with the cold lines of its test side. */
export interface SplitWithCold<C extends Id = Id, P extends Id = Id, O extends Id = Id> extends Split<C, P, O> {
  /** Test lines whose customer or product has no line in the train side. */
  readonly coldLines: number
  /** These lines, when they were set apart and there are any. */
  readonly cold?: Transactions<C, P, O>
}

/** Where a line goes; anything else is in neither side. */
export const [TRAIN, TEST] = [0, 1]

/** How lines become sides. */
export interface SideOptions extends ColdOptions {
  /** The option that decides how many lines go where, named when a side is left empty. */
  readonly name: string
  /** What it was given. */
  readonly value: unknown
  /** What makes a line cold when the train side does not know it; default `'either'` customer or product. */
  readonly coldBy?: 'either' | 'product'
}

/**
 * Train and test side of an order log, line by line. Lines keep their order. O(lines + ids).
 * @param sides line → {@link TRAIN}, {@link TEST} or another number
 */
export function splitLines<C extends Id, P extends Id, O extends Id>(
  fn: string,
  orders: Transactions<C, P, O>,
  sides: Uint8Array,
  { cold = 'keep', name, value, coldBy = 'either' }: SideOptions,
): SplitWithCold<C, P, O> {
  checkOneOf(fn, 'cold', cold, ['keep', 'setApart'])
  const train = selectLines(
    orders,
    linesWhere(sides, (side) => side === TRAIN),
  )
  if (train.size === 0) throw rangeError(fn, name, 'leave orders to learn from', value)
  const isKnown = knownLines(orders, train, coldBy)
  const coldLines = linesWhere(sides, (side, line) => side === TEST && !isKnown(line))
  const test = selectLines(
    orders,
    linesWhere(sides, (side, line) => side === TEST && (cold === 'keep' || isKnown(line))),
  )
  if (test.size === 0) throw rangeError(fn, name, 'leave orders to test with', value)
  return {
    train,
    test,
    facts: splitFacts(train, test),
    coldLines: coldLines.length,
    ...(cold === 'setApart' && coldLines.length > 0 && { cold: selectLines(orders, coldLines) }),
  }
}

/** Whether the train side knows a line's customer and product, or its product. */
function knownLines(
  orders: Transactions,
  train: Transactions,
  coldBy: 'either' | 'product',
): (line: number) => boolean {
  const known = (ids: readonly Id[], index: Transactions['customers'] | undefined) =>
    ids.map((id) => index !== undefined && positionOf(index, id) >= 0)
  const customers = coldBy === 'either' ? known(orders.customers.ids, train.customers) : undefined
  const products = orders.products && known(orders.products.ids, train.products)
  return (line) => {
    const knowsCustomer = customers === undefined || customers[orders.customer[line]!]!
    return knowsCustomer && (products === undefined || products[orders.product![line]!]!)
  }
}

/** Positions of the lines that pass. */
export function linesWhere(sides: Uint8Array, passes: (side: number, line: number) => boolean): Int32Array {
  const lines = new Int32Array(sides.length)
  let count = 0
  for (let line = 0; line < sides.length; line++) if (passes(sides[line]!, line)) lines[count++] = line
  return lines.slice(0, count)
}

/**
 * Lines in groups, each of all lines of one customer and product, so that no pair stands on both sides of a split.
 * O(lines).
 * @returns line → its group, numbered by first appearance, and the first line of each group
 * @throws RangeError when there are no orders, TypeError when they have no products
 */
export function interactionGroups(fn: string, orders: Transactions) {
  const { customer, products, product } = orders
  if (orders.size === 0) throw rangeError(fn, 'orders', 'have at least one line', 0)
  if (products === undefined || product === undefined) {
    throw typeError(fn, 'orders.product', 'be a column of the order log', product)
  }
  const groups = new Map<number, number>()
  const first: number[] = []
  const group = Int32Array.from(customer, (each, line) => {
    const pair = each * products.ids.length + product[line]!
    const known = groups.get(pair)
    if (known !== undefined) return known
    groups.set(pair, first.length)
    first.push(line)
    return first.length - 1
  })
  return { group, first: Int32Array.from(first) }
}
