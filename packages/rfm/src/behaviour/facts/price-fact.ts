import { numbersOf, type Fact } from './fact.js'
import { totals } from './sum-fact.js'

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
    add({ start, size, who, runs, first }, { numbers, stride, at }) {
      for (let run = 0, i = 0; run < runs; run++) {
        const place = who[i]! * stride + at
        const end = run + 1 < runs ? first[run + 1]! : size
        let sum = numbers[place]!
        let lost = numbers[place + 1]!
        let count = 0
        for (; i < end; i++) {
          const units = quantity[start + i]!
          if (units === 0) continue
          const value = amount[start + i]! / units
          const after = sum + value
          const added = after - sum
          lost += sum - (after - added) + (value - added)
          sum = after
          count++
        }
        numbers[place] = sum
        numbers[place + 1] = lost
        numbers[place + 2]! += count
      }
    },
    result: (room) => ({ sum: totals(room), count: numbersOf(room, 2) }),
  }
}
