import { transactions, type Transactions } from '@clientele/core'
import fc from 'fast-check'

/** One line of an order log in a test. */
export interface OrderLine {
  readonly customer: string
  readonly order: string
  readonly time: number
  readonly amount: number
}

/** Any small log: shared order numbers, lines out of order, refunds, `__proto__` among the customers. */
export const orderLines: fc.Arbitrary<OrderLine[]> = fc.array(
  fc.record({
    customer: fc.constantFrom('ann', 'bob', 'cleo', '__proto__', 'dan'),
    order: fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
    time: fc.integer({ min: 0, max: 40 * 6 }).map((quarterDays) => Date.UTC(2024, 0, 1) + quarterDays * 21_600_000),
    amount: fc.integer({ min: -500, max: 10_000 }).map((cents) => cents / 100),
  }),
  { minLength: 1, maxLength: 40 },
)

/** After every line of {@link orderLines}. */
export const analysisDate = '2024-03-15'

/** Lines as an order log. */
export function logOf(lines: readonly OrderLine[]): Transactions<string> {
  return transactions(lines, { customer: 'customer', order: 'order', time: 'time', amount: 'amount' })
}
