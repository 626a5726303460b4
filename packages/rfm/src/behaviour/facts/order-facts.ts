import { numbersOf, type Fact } from './fact.js'

/** Number of distinct orders of each customer. O(1) a run, one number per customer. */
export function orderFact(): Fact<Float64Array> {
  return {
    width: 1,
    add({ who, runs, first, opens }, { numbers, stride, at }) {
      for (let run = 0; run < runs; run++) numbers[who[first[run]!]! * stride + at]! += opens[run]!
    },
    result: (room) => numbersOf(room, 0),
  }
}

/** Number of orders of each customer that fall on a Saturday or Sunday. O(1) a run, one number per customer. */
export function weekendFact(): Fact<Float64Array> {
  return {
    width: 1,
    add({ who, runs, first, day, opens }, { numbers, stride, at }) {
      for (let run = 0; run < runs; run++) {
        if (opens[run] === 1 && isWeekend(day[run]!)) numbers[who[first[run]!]! * stride + at]!++
      }
    },
    result: (room) => numbersOf(room, 0),
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
 * O(1) a run, one number per customer and class.
 * @param classAt line of the log → class, in [0, classes)
 * @returns customer after customer, their classes side by side
 */
export function orderClassFact(classAt: (line: number) => number, classes: number): Fact<Float64Array> {
  return {
    width: classes,
    add({ start, who, runs, first, opens }, { numbers, stride, at }) {
      for (let run = 0; run < runs; run++) {
        const i = first[run]!
        if (opens[run] === 1) numbers[who[i]! * stride + at + classAt(start + i)]!++
      }
    },
    result: (room) => numbersOf(room, 0, classes),
  }
}
