import { numbersOf, type Fact } from './fact.js'
import { BLOCK_LINES } from './line-block.js'
import { addRun, totals } from './sum-fact.js'

/** Unit prices of each customer's lines; a line without units has none. */
export interface Prices {
  /** Sum of the lines' prices, compensated. */
  readonly sum: Float64Array
  /** Number of lines with a price. */
  readonly count: Float64Array
}

/** Sum and number of unit prices, amount ÷ units, of each customer's lines. O(1) a line, three numbers per customer. */
export function priceFact(amount: Float64Array, quantity: Float64Array): Fact<Prices> {
  // The prices of a block, 0 where there is none: that leaves a sum as it is.
  const prices = new Float64Array(BLOCK_LINES)
  return {
    width: 3,
    add({ start, size, who, runs, first }, { numbers, stride, at }) {
      for (let run = 0; run < runs; run++) {
        const from = first[run]!
        const end = run + 1 < runs ? first[run + 1]! : size
        const place = who[from]! * stride + at
        let count = 0
        for (let i = from; i < end; i++) {
          const units = quantity[start + i]!
          prices[i] = units === 0 ? 0 : amount[start + i]! / units
          if (units !== 0) count++
        }
        addRun(numbers, place, prices, from, end)
        numbers[place + 2]! += count
      }
    },
    result: (room) => ({ sum: totals(room), count: numbersOf(room, 2) }),
  }
}
