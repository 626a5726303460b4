import type { Id } from '@clientele/core'
import type { ColumnRole } from './column-spellings.js'

/**
 * What a rule sees of a row. Ids and texts are `undefined`, numbers and the time NaN where the row has none; only what the
 * rule says it needs is filled in. One object serves all rows: it is valid during the call alone.
 */
export interface OrderLine {
  /** Who bought. */
  readonly customer: Id | undefined
  /** Number of the order or invoice. */
  readonly order: Id | undefined
  /** What was bought. */
  readonly product: Id | undefined
  /** The product's name. */
  readonly description: string | undefined
  /** The product's category. */
  readonly category: string | undefined
  /** Where the customer is. */
  readonly country: string | undefined
  /** Epoch milliseconds. */
  readonly time: number
  /** Units. */
  readonly quantity: number
  /** Money for one unit. */
  readonly price: number
  /** Money for the line, as the file gives it. */
  readonly amount: number
}

/** A named reason to leave rows out. */
export interface CleaningRule {
  /** Short name by which a rule is turned off and reported. */
  readonly name: string
  /** Why such rows are left out, for people. */
  readonly reason: string
  /** Roles that the rule looks at; in a file without one of them it does not apply. */
  readonly needs: readonly ColumnRole[]
  /** Whether a row is left out. */
  drops(line: OrderLine): boolean
}

/**
 * The usual rules, in order: a row that one of them drops is not shown to those after it.
 * @example
 * cleanOrders(table, roles, { rules: [...cleaningRules, ...furtherRules] })
 */
export const cleaningRules: readonly CleaningRule[] = [
  {
    name: 'missing-customer',
    reason: 'nobody knows who bought',
    needs: ['customer'],
    drops: ({ customer }) => customer === undefined,
  },
  {
    name: 'quantity-not-positive',
    reason: 'a quantity of zero, below zero or none: a return, a correction',
    needs: ['quantity'],
    drops: ({ quantity }) => !(quantity > 0),
  },
  {
    name: 'price-not-positive',
    reason: 'a price of zero, below zero or none: a gift, a correction',
    needs: ['price'],
    drops: ({ price }) => !(price > 0),
  },
  {
    name: 'cancelled',
    reason: 'an order number with a C: a cancellation',
    needs: ['order'],
    drops: ({ order }) => String(order).includes('C'),
  },
]

/** Rules that some files need besides {@link cleaningRules}: without them a row that lacks what they look for is an error. */
export const furtherRules: readonly CleaningRule[] = [
  {
    name: 'missing-product',
    reason: 'no product: shipping, a tip, a free-text line',
    needs: ['product'],
    drops: ({ product }) => product === undefined,
  },
  {
    name: 'missing-order',
    reason: 'no order number',
    needs: ['order'],
    drops: ({ order }) => order === undefined,
  },
  {
    name: 'missing-time',
    reason: 'nobody knows when',
    needs: ['time'],
    drops: ({ time }) => Number.isNaN(time),
  },
  {
    name: 'missing-amount',
    reason: 'no money',
    needs: ['amount'],
    drops: ({ amount }) => Number.isNaN(amount),
  },
]
