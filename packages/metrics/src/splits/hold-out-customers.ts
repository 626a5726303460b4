import { checkNumber, random, rangeError, selectLines, shuffle, type Id, type Transactions } from '@clientele/core'
import {
  TEST,
  TRAIN,
  interactionGroups,
  linesWhere,
  splitLines,
  type ColdOptions,
  type SplitWithCold,
} from './split-sides.js'

const [FOLD_IN, LEFT_OUT] = [2, 3]

/** Who is held out, and how much of them is shown. */
export interface HoldOutOptions extends ColdOptions {
  /** Share of the customers held out, in (0, 1); default 0.2. */
  readonly customerShare?: number
  /** Share of each held-out customer's products that is folded in, in (0, 1); default 0.8. */
  readonly foldInShare?: number
  /** Any string or finite number: the same seed holds out the same customers. Default 0. */
  readonly seed?: string | number
}

/** Customers that a model has not learned from, cut in what it is shown of them and what it has to foresee. */
export interface HeldOutCustomers<C extends Id = Id, P extends Id = Id, O extends Id = Id> extends SplitWithCold<
  C,
  P,
  O
> {
  /** What a model may be told of the held-out customers when it is asked: their history for `recommendFor`. */
  readonly foldIn: Transactions<C, P, O>
  /** Held-out customers with a single product, who are left out: nothing would be left to fold in or to test. */
  readonly skipped: number
}

/**
 * Holds whole customers out of the train side, for strong generalisation: a model meets them for the first time when it
 * is asked, sees the fold-in part of their products and is judged by the rest.
 *
 * All lines of a customer and a product stay together. Both parts of a customer hold at least one product. Test lines are cold when
 * the train side does not know their product; that it does not know their customer is what is wanted. O(lines).
 * @throws RangeError when a part would be empty or an option is out of range; TypeError when the orders have no products
 * @see Marlin (2004), "Collaborative Filtering: A Machine Learning Perspective", chapter 3; Liang, Krishnan, Hoffman,
 *   Jebara (2018), "Variational Autoencoders for Collaborative Filtering", WWW
 * @example
 * const { train, foldIn, test } = holdOutCustomers(orders, { customerShare: 0.1, seed: 7 })
 */
export function holdOutCustomers<C extends Id, P extends Id, O extends Id>(
  orders: Transactions<C, P, O>,
  { customerShare = 0.2, foldInShare = 0.8, seed = 0, ...options }: HoldOutOptions = {},
): HeldOutCustomers<C, P, O> {
  const fn = 'holdOutCustomers'
  checkShare('customerShare', customerShare)
  checkShare('foldInShare', foldInShare)
  const { group, first } = interactionGroups(fn, orders)
  const stream = random(seed).fork(fn)
  const customers = orders.customers.ids.length
  const order = shuffle(
    Int32Array.from({ length: customers }, (_, customer) => customer),
    stream.fork('customers'),
  )
  const held = new Uint8Array(customers)
  for (const customer of order.slice(0, Math.round(customerShare * customers))) held[customer] = 1
  const own = Array.from({ length: customers }, (): number[] => [])
  first.forEach((line, each) => own[orders.customer[line]!]!.push(each))
  const part = new Uint8Array(first.length).fill(TRAIN)
  let skipped = 0
  own.forEach((groups, customer) => {
    if (held[customer] === 0) return
    if (groups.length < 2) skipped++
    const shown = Math.min(groups.length - 1, Math.max(1, Math.round(foldInShare * groups.length)))
    const shuffled = shuffle(Int32Array.from(groups), stream.fork(customer))
    shuffled.forEach((each, i) => (part[each] = groups.length < 2 ? LEFT_OUT : i < shown ? FOLD_IN : TEST))
  })
  const sides = Uint8Array.from(group, (each) => part[each]!)
  if (!part.includes(TEST)) {
    throw rangeError(fn, 'customerShare', 'hold out a customer with two products', customerShare)
  }
  const foldIn = selectLines(
    orders,
    linesWhere(sides, (side) => side === FOLD_IN),
  )
  const named = { ...options, name: 'customerShare', value: customerShare, coldBy: 'product' } as const
  return { ...splitLines(fn, orders, sides, named), foldIn, skipped }
}

function checkShare(name: string, share: number): void {
  checkNumber('holdOutCustomers', name, share)
  if (!(share > 0 && share < 1)) throw rangeError('holdOutCustomers', name, 'be between 0 and 1', share)
}
