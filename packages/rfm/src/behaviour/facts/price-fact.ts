import { addTo, emptySums, totals } from './sum-fact.js'
import type { Fact } from './line-block.js'

/** Unit prices of each customer's lines; a line without units has none. */
export interface Prices {
  /** Sum of the lines' prices, compensated. */
  readonly sum: Float64Array
  /** Number of lines with a price. */
  readonly count: Int32Array
}

/** Sum and number of unit prices, amount ÷ units, of each customer's lines. O(1) a line, three numbers per customer. */
export function priceFact(amount: Float64Array, quantity: Float64Array, customers: number): Fact<Prices> {
  const sums = emptySums(customers + 1)
  const count = new Int32Array(customers + 1)
  return {
    add({ start, size, who }) {
      for (let i = 0; i < size; i++) {
        const units = quantity[start + i]!
        if (units === 0) continue
        addTo(sums, who[i]!, amount[start + i]! / units)
        count[who[i]!]!++
      }
    },
    result: () => ({ sum: totals(sums), count }),
  }
}
