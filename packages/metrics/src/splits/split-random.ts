import {
  checkInteger,
  checkNumber,
  checkOneOf,
  random,
  rangeError,
  shuffle,
  type Id,
  type Transactions,
} from '@clientele/core'
import { interactionGroups, splitLines, type ColdOptions, type SplitWithCold } from './split-sides.js'

/** What is drawn, and within what. */
export interface DrawOptions extends ColdOptions {
  /** Any string or finite number: the same seed makes the same split. Default 0. */
  readonly seed?: string | number
  /**
   * What is drawn as a whole. `'interaction'` (default): all lines of a customer and a product. `'customer'`: all lines
   * of a customer, who are then unknown to the train side.
   */
  readonly by?: 'interaction' | 'customer'
  /**
   * Draws the same share within each customer or each product instead of over all; with `by: 'interaction'` only.
   * Shares are rounded, and one interaction of each always stays in the train side.
   */
  readonly stratify?: 'customer' | 'product'
}

/** How much is drawn. */
export interface SplitRandomOptions extends DrawOptions {
  /** Share that goes to the test side, in (0, 1); default 0.2. */
  readonly testShare?: number
}

/**
 * Splits an order log at random: a share of the interactions, of each customer's or each product's interactions, or of
 * the customers goes to the test side.
 *
 * A random split lets a model learn from what came later than what it is judged by; {@link splitByTime} does not. All
 * lines of a customer and a product stay together, so that nothing of the test side stands in train. O(lines log lines).
 * @throws RangeError when a side would be empty or an option is out of range; TypeError when the orders have no products
 * @example splitRandom(orders, { testShare: 0.2, stratify: 'customer', seed: 7 })
 */
export function splitRandom<C extends Id, P extends Id, O extends Id>(
  orders: Transactions<C, P, O>,
  { testShare = 0.2, ...options }: SplitRandomOptions = {},
): SplitWithCold<C, P, O> {
  checkNumber('splitRandom', 'testShare', testShare)
  if (!(testShare > 0 && testShare < 1)) throw rangeError('splitRandom', 'testShare', 'be between 0 and 1', testShare)
  const isTest = new Uint8Array(orders.size)
  for (const { lines, first } of strata('splitRandom', orders, options)) {
    const most = options.stratify === undefined ? first.length : first.length - 1
    const inTest = Math.min(most, Math.round(testShare * first.length))
    for (const unit of first.slice(0, inTest)) for (const line of lines(unit)) isTest[line] = 1
  }
  return splitLines('splitRandom', orders, isTest, { ...options, name: 'testShare', value: testShare })
}

/** How many folds. */
export interface KFoldOptions extends DrawOptions {
  /** How many, at least 2; default 5. */
  readonly folds?: number
}

/**
 * Splits an order log `folds` times: every interaction (or customer) is in the test side of exactly one split and in
 * the train side of all others.
 *
 * With `stratify` each customer's (or product's) interactions are spread evenly over the folds. O(folds × lines).
 * @throws RangeError when there are more folds than interactions (or customers), or an option is out of range;
 *   TypeError when the orders have no products
 * @example kFold(orders, { folds: 5, stratify: 'customer' }).map(({ train, test }) => …)
 */
export function kFold<C extends Id, P extends Id, O extends Id>(
  orders: Transactions<C, P, O>,
  { folds = 5, ...options }: KFoldOptions = {},
): SplitWithCold<C, P, O>[] {
  checkInteger('kFold', 'folds', folds, { min: 2, max: 255 })
  const foldOf = new Uint8Array(orders.size)
  // Counted on from stratum to stratum: folds then differ by one unit at most.
  let next = 0
  for (const { lines, first } of strata('kFold', orders, options)) {
    for (const unit of first) {
      for (const line of lines(unit)) foldOf[line] = next
      next = (next + 1) % folds
    }
  }
  return Array.from({ length: folds }, (_, fold) => {
    const isTest = foldOf.map((each) => (each === fold ? 1 : 0))
    return splitLines('kFold', orders, isTest, { ...options, name: 'folds', value: folds })
  })
}

interface Stratum {
  /** Units in random order. */
  readonly first: Int32Array
  /** Lines of a unit. */
  readonly lines: (unit: number) => readonly number[]
}

/** Units that are drawn as a whole, shuffled within each stratum. */
function strata(
  fn: string,
  orders: Transactions,
  { seed = 0, by = 'interaction', stratify }: DrawOptions,
): readonly Stratum[] {
  checkOneOf(fn, 'by', by, ['interaction', 'customer'])
  if (stratify !== undefined) checkOneOf(fn, 'stratify', stratify, ['customer', 'product'])
  if (stratify !== undefined && by === 'customer') {
    throw rangeError(fn, 'stratify', 'not be given when whole customers are drawn', stratify)
  }
  const { group, first } = interactionGroups(fn, orders)
  const unitOf = by === 'customer' ? orders.customer : group
  const units = by === 'customer' ? orders.customers.ids.length : first.length
  const linesOf = Array.from({ length: units }, (): number[] => [])
  unitOf.forEach((unit, line) => linesOf[unit]!.push(line))
  const stream = random(seed).fork(fn)
  const lines = (unit: number) => linesOf[unit]!
  const within = stratify === undefined ? undefined : stratify === 'customer' ? orders.customer : orders.product!
  const members = new Map<number, number[]>()
  linesOf.forEach((own, unit) => {
    const stratum = within?.[own[0]!] ?? 0
    const known = members.get(stratum)
    if (known === undefined) members.set(stratum, [unit])
    else known.push(unit)
  })
  return Array.from(members, ([stratum, own]) => ({
    first: shuffle(Int32Array.from(own), stream.fork(stratum)),
    lines,
  }))
}
