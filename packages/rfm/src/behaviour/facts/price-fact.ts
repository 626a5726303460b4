import { numbersOf, type Fact } from './fact.js'
import { addTo, totals } from './sum-fact.js'

/** Unit prices of each customer's lines; a line without units has none. */
export interface Prices {
  /** Sum of the lines' prices, compensated. */
  readonly sum: Float64Array
  /** Number of lines with a price. */
  readonly count: Float64Array
}

/** Sum and number of unit prices, amount ÷ units, of each customer's lines. O(1) a line, three numbers per customer. */
export function priceFact(amount: Float64Array, quantity: Float64Array): Fact<Prices> {
  return {
    width: 3,
    add({ start, size, who }, { numbers, stride, at }) {
      for (let i = 0; i < size; i++) {
        const units = quantity[start + i]!
        if (units === 0) continue
        const place = who[i]! * stride + at
        addTo(numbers, place, amount[start + i]! / units)
        numbers[place + 2]!++
      }
    },
    result: (room) => ({ sum: totals(room), count: numbersOf(room, 2) }),
  }
}
