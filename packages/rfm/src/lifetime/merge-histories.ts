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
  const { firsts, historyOf } = distinctHistories(histories)
  const merged = new Float64Array(firsts.length)
  for (let i = 0; i < historyOf.length; i++) merged[historyOf[i]!]! += weights === undefined ? 1 : weights[i]!
  return {
    repeatPurchases: firsts.map((first) => repeatPurchases[first]!),
    activeSpan: elementsAt(activeSpan, firsts),
    age: elementsAt(age, firsts),
    unit,
    weights: merged,
    historyOf,
  }
}

/** Plain loops: the methods of typed arrays that take an array-like and a function are ten times as slow. */
function elementsAt(values: ArrayLike<number>, positions: Int32Array): Float64Array {
  const elements = new Float64Array(positions.length)
  for (let i = 0; i < positions.length; i++) elements[i] = values[positions[i]!]!
  return elements
}

/** The first customer of each history, and customer → position of the history. */
function distinctHistories({ repeatPurchases, activeSpan, age }: PurchaseHistories) {
  const customers = age.length
  // At most half of the places are taken, so that a free one is near.
  const places = 2 ** Math.ceil(Math.log2(2 * customers + 2))
  const positionPlusOne = new Int32Array(places)
  const historyOf = new Int32Array(customers)
  const firsts = new Int32Array(customers)
  let distinct = 0
  const hash = historyHash()
  for (let i = 0; i < customers; i++) {
    const repeats = repeatPurchases[i]!
    const span = activeSpan[i]!
    const time = age[i]!
    let place = hash(repeats, span, time) & (places - 1)
    for (; ; place = (place + 1) & (places - 1)) {
      const position = positionPlusOne[place]! - 1
      if (position < 0) break
      const first = firsts[position]!
      if (repeatPurchases[first] === repeats && activeSpan[first] === span && age[first] === time) break
    }
    if (positionPlusOne[place] === 0) {
      firsts[distinct++] = i
      positionPlusOne[place] = distinct
    }
    historyOf[i] = positionPlusOne[place]! - 1
  }
  return { firsts: firsts.slice(0, distinct), historyOf }
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
