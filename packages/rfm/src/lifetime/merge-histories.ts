import type { PurchaseHistories } from './purchase-histories.js'
import type { TimeUnit } from './time-unit.js'

/** Distinct purchase histories, in the order of their first customer. */
export interface MergedHistories extends PurchaseHistories {
  readonly repeatPurchases: Int32Array
  readonly activeSpan: Float64Array
  readonly age: Float64Array
  readonly unit: TimeUnit | undefined
  /** How much each history counts: its customers, or the sum of their weights. */
  readonly weights: Float64Array
  /** Customer → position of the history. */
  readonly historyOf: Int32Array
}

/**
 * Customers with the same history made one, with a weight: what is computed for a history holds for all its customers.
 *
 * A hash table with open addresses: O(customers) time, about 12 bytes per customer and 36 per distinct history.
 * @param histories as {@link checkHistories} lets them pass
 * @param weights how much each customer counts, at least 0; default 1 each
 */
export function mergeHistories(histories: PurchaseHistories, weights?: ArrayLike<number>): MergedHistories {
  const { repeatPurchases, activeSpan, age, unit } = histories
  const firstOf = firstOfEach(histories)
  const firsts = firstOf.filter((first, i) => first === i)
  const position = new Int32Array(firstOf.length)
  firsts.forEach((first, at) => (position[first] = at))
  const historyOf = firstOf.map((first) => position[first]!)
  const merged = new Float64Array(firsts.length)
  for (let i = 0; i < historyOf.length; i++) merged[historyOf[i]!]! += weights === undefined ? 1 : weights[i]!
  return {
    repeatPurchases: firsts.map((first) => repeatPurchases[first]!),
    activeSpan: Float64Array.from(firsts, (first) => activeSpan[first]!),
    age: Float64Array.from(firsts, (first) => age[first]!),
    unit,
    weights: merged,
    historyOf,
  }
}

/** Customer → the first customer of the same history. */
function firstOfEach({ repeatPurchases, activeSpan, age }: PurchaseHistories): Int32Array {
  const customers = age.length
  // At most half of the places are taken, so that a free one is near.
  const places = 2 ** Math.ceil(Math.log2(2 * customers + 2))
  const firstPlusOne = new Int32Array(places)
  const firstOf = new Int32Array(customers)
  const hash = historyHash()
  for (let i = 0; i < customers; i++) {
    const [repeats, span, time] = [repeatPurchases[i]!, activeSpan[i]!, age[i]!]
    let place = hash(repeats, span, time) & (places - 1)
    for (;;) {
      const first = firstPlusOne[place]! - 1
      if (first < 0) {
        firstPlusOne[place] = i + 1
        firstOf[i] = i
        break
      }
      if (repeatPurchases[first] === repeats && activeSpan[first] === span && age[first] === time) {
        firstOf[i] = first
        break
      }
      place = (place + 1) & (places - 1)
    }
  }
  return firstOf
}

/** Mixes the bits of three numbers (the finish of MurmurHash3, without its second round). */
function historyHash(): (repeats: number, span: number, age: number) => number {
  const numbers = new Float64Array(2)
  const words = new Int32Array(numbers.buffer)
  return (repeats, span, age) => {
    // -0 and 0 are the same number, of different bits.
    numbers[0] = span + 0
    numbers[1] = age + 0
    let hash = Math.imul(repeats, 0x9e3779b1)
    for (let word = 0; word < 4; word++) {
      hash = Math.imul(hash ^ words[word]!, 0x85ebca6b)
      hash ^= hash >>> 15
    }
    return hash
  }
}
