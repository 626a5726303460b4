import type { Fact } from './line-block.js'

/** Number of distinct orders of each customer. O(1) a line, one number per customer. */
export function orderFact(customers: number): Fact<Int32Array> {
  const count = new Int32Array(customers + 1)
  return {
    add({ size, who, opens }) {
      for (let i = 0; i < size; i++) count[who[i]!]! += opens[i]!
    },
    result: () => count,
  }
}

/** Number of orders of each customer that fall on a Saturday or Sunday. O(1) a line, one number per customer. */
export function weekendFact(customers: number): Fact<Int32Array> {
  const count = new Int32Array(customers + 1)
  return {
    add({ size, who, day, opens }) {
      for (let i = 0; i < size; i++) {
        if (opens[i] === 1 && isWeekend(day[i]!)) count[who[i]!]!++
      }
    },
    result: () => count,
  }
}

/** Whether a day, counted from 1970-01-01 (a Thursday), is a Saturday or Sunday. */
function isWeekend(day: number): boolean {
  const sinceSaturday = (day - 2) % 7
  return sinceSaturday === 0 || sinceSaturday === 1 || sinceSaturday === -6 || sinceSaturday === -7
}

/**
 * Number of orders of each customer in each class, such as a channel; the line that opens an order tells its class.
 *
 * O(1) a line, one number per customer and class.
 * @param classOf one per line of the log, in [0, classes)
 * @returns customer after customer, their classes side by side
 */
export function orderClassFact(classOf: Int32Array, classes: number, customers: number): Fact<Int32Array> {
  const count = new Int32Array((customers + 1) * classes)
  return {
    add({ start, size, who, opens }) {
      for (let i = 0; i < size; i++) {
        if (opens[i] === 1) count[who[i]! * classes + classOf[start + i]!]!++
      }
    },
    result: () => count,
  }
}
