import type { Fact } from './fact.js'

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
): Fact<Float64Array> {
  const count = new Float64Array(customers)
  const words = Math.ceil(values / 32)
  const held = Math.min(customers, Math.max(1, Math.floor(tableBytes / 4 / Math.max(1, words))))
  const table = new Int32Array(held * words)
  let firstCustomer = 0
  const fact: Fact<Float64Array> = {
    width: 0,
    add({ start, size, who, runs, first }) {
      const customersHere = Math.min(held, customers - firstCustomer)
      for (let run = 0; run < runs; run++) {
        const row = who[first[run]!]! - firstCustomer
        if (row < 0 || row >= customersHere) continue
        const end = run + 1 < runs ? first[run + 1]! : size
        const from = start + first[run]!
        if (valueOf === undefined) markProducts(table, row * words, product, from, start + end)
        else markValues(table, row * words, product, valueOf, from, start + end)
      }
    },
    result() {
      for (;;) {
        const customersHere = Math.min(held, customers - firstCustomer)
        for (let row = 0; row < customersHere; row++) {
          let bits = 0
          for (let word = row * words; word < (row + 1) * words; word++) bits += bitsOf(table[word]!)
          count[firstCustomer + row] = bits
        }
        firstCustomer += held
        if (firstCustomer >= customers) return count
        table.fill(0)
        again(fact)
      }
    },
  }
  return fact
}

function markProducts(table: Int32Array, row: number, product: Int32Array, from: number, to: number): void {
  for (let line = from; line < to; line++) {
    const value = product[line]!
    table[row + (value >>> 5)]! |= 1 << value
  }
}

function markValues(
  table: Int32Array,
  row: number,
  product: Int32Array,
  valueOf: Int32Array,
  from: number,
  to: number,
): void {
  for (let line = from; line < to; line++) {
    const value = valueOf[product[line]!]!
    if (value >= 0) table[row + (value >>> 5)]! |= 1 << value
  }
}

/**
 * Number of bits that are 1.
 * @see Warren (2012), "Hacker's Delight", chapter 5
 */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
