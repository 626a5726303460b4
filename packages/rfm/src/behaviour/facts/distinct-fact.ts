import type { Fact } from './line-block.js'

/** Bytes of the table of who had what; more customers than it holds are seen to in further passes. */
const TABLE_BYTES = 2 ** 27

/**
 * Number of distinct values, such as products, that the lines of each customer have, by a table of one bit for each customer
 * and value.
 *
 * O(1) a line; customers × values bits, at most {@link TABLE_BYTES}. Customers beyond that are seen to in further passes over
 * the customers and values of the log, as many of them at once as the table holds.
 * @param product one per line of the log
 * @param valueOf product → value, in [0, values), -1 where it has none; the product itself by default
 * @param again passes all blocks by once more
 */
export function distinctFact(
  product: Int32Array,
  valueOf: Int32Array | undefined,
  values: number,
  customers: number,
  again: (fact: Fact<unknown>) => void,
  tableBytes = TABLE_BYTES,
): Fact<Int32Array> {
  const count = new Int32Array(customers + 1)
  const words = Math.ceil(values / 32)
  const held = Math.min(customers, Math.max(1, Math.floor(tableBytes / 4 / Math.max(1, words))))
  const table = new Uint32Array(held * words)
  let firstCustomer = 0
  const fact: Fact<Int32Array> = {
    add({ start, size, who }) {
      const customersHere = Math.min(held, customers - firstCustomer)
      for (let i = 0; i < size; i++) {
        const row = who[i]! - firstCustomer
        if (row < 0 || row >= customersHere) continue
        const value = valueOf === undefined ? product[start + i]! : valueOf[product[start + i]!]!
        if (value < 0) continue
        const word = row * words + (value >>> 5)
        const bit = 1 << (value & 31)
        if ((table[word]! & bit) !== 0) continue
        table[word]! |= bit
        count[who[i]!]!++
      }
    },
    result() {
      for (firstCustomer += held; firstCustomer < customers; firstCustomer += held) {
        table.fill(0)
        again(fact)
      }
      return count
    },
  }
  return fact
}
