import type { Fact } from './line-block.js'

/** Moments of each customer's first and last line; `Infinity` and `-Infinity` where none counts. */
export interface Span {
  readonly first: Float64Array
  readonly last: Float64Array
}

/** First and last moment of each customer. O(1) a line, two numbers per customer. */
export function spanFact(time: Float64Array, customers: number): Fact<Span> {
  const first = new Float64Array(customers + 1).fill(Infinity)
  const last = new Float64Array(customers + 1).fill(-Infinity)
  return {
    add({ start, size, who }) {
      for (let i = 0; i < size; i++) {
        const customer = who[i]!
        const at = time[start + i]!
        if (at < first[customer]!) first[customer] = at
        if (at > last[customer]!) last[customer] = at
      }
    },
    result: () => ({ first, last }),
  }
}
