import { CustomerOrder, type LineValues, type RowValues } from './customer-order.js'
import type { Fact } from './fact.js'
import { BLOCK_LINES, type LineBlock } from './line-block.js'

/** Limits of {@link distinctFact}, which tests make small. */
export interface DistinctLimits {
  /** Bytes of the table of who had what; more customers than it holds are seen to in further passes. */
  readonly tableBytes: number
  /** Bytes of a table that stays in the processor's cache. */
  readonly cachedBytes: number
  /** Lines that are put in order of their customers before they are looked up in a table that does not. */
  readonly orderedLines: number
}

const LIMITS: DistinctLimits = { tableBytes: 2 ** 27, cachedBytes: 2 ** 20, orderedLines: 2 ** 20 }

/**
 * Number of distinct values, such as products, that the lines of each customer have, by a table of one bit for each customer
 * and value.
 *
 * O(1) a line; customers × values bits, at most 128 MB. Customers beyond that are seen to in further passes over the customers and
 * values of the log, as many of them at once as the table holds. Where the table is larger than the processor's cache, lines are put
 * in order of their customers first, a million at a time (12 MB): next to every line would wait for memory otherwise.
 * @param product one per line of the log
 * @param valueOf product → value, in [0, values), -1 where it has none
 * @param again passes all blocks by once more
 */
export function distinctFact(
  product: Int32Array,
  valueOf: Int32Array,
  values: number,
  customers: number,
  again: (fact: Fact<unknown>) => void,
  { tableBytes, cachedBytes, orderedLines } = LIMITS,
): Fact<Float64Array> {
  const count = new Float64Array(customers)
  const words = Math.ceil(values / 32)
  const held = Math.min(customers, Math.max(1, Math.floor(tableBytes / 4 / Math.max(1, words))))
  const table = new Int32Array(held * words)
  const capacity = Math.min(orderedLines, product.length) + BLOCK_LINES
  const order = 4 * table.length > cachedBytes ? new CustomerOrder(held, capacity) : undefined
  const markAll = (rows: RowValues) => markRows(table, words, rows)
  let firstCustomer = 0
  const fact: Fact<Float64Array> = {
    width: 0,
    add(block) {
      const lines = { firstCustomer, product, valueOf }
      if (order === undefined) markBlock(table, words, block, lines)
      else {
        if (!order.hasRoomFor(block.size)) order.give(markAll)
        order.take(block, lines)
      }
    },
    result() {
      for (;;) {
        order?.give(markAll)
        const customersHere = Math.min(held, customers - firstCustomer)
        for (let row = 0; row < customersHere; row++) count[firstCustomer + row] = bitsIn(table, row * words, words)
        firstCustomer += held
        if (firstCustomer >= customers) return count
        table.fill(0)
        again(fact)
      }
    },
  }
  return fact
}

function markBlock(
  table: Int32Array,
  words: number,
  { start, size, who }: LineBlock,
  { firstCustomer, product, valueOf }: LineValues,
): void {
  const cells = table.length
  for (let i = 0; i < size; i++) {
    const from = (who[i]! - firstCustomer) * words
    const value = valueOf[product[start + i]!]!
    if (from >= 0 && from < cells && value >= 0) table[from + (value >>> 5)]! |= 1 << value
  }
}

function markRows(table: Int32Array, words: number, { offsets, values }: RowValues): void {
  for (let row = 0, i = 0; row * words < table.length; row++) {
    const from = row * words
    for (const end = offsets[row + 1]!; i < end; i++) table[from + (values[i]! >>> 5)]! |= 1 << values[i]!
  }
}

function bitsIn(table: Int32Array, from: number, words: number): number {
  let bits = 0
  for (let word = from; word < from + words; word++) bits += bitsOf(table[word]!)
  return bits
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
