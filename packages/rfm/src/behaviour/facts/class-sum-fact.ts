import type { Fact } from './fact.js'
import { addTo, totals } from './sum-fact.js'

/**
 * Compensated sum of a column for each customer and class, such as revenue per category.
 *
 * O(1) a line, two numbers per customer and class.
 * @param values one finite number per line of the log
 * @param classOf product of a line → class, in [0, classes)
 * @returns customer after customer, their classes side by side
 */
export function classSumFact(
  values: Float64Array,
  product: Int32Array,
  classOf: Int32Array,
  classes: number,
): Fact<Float64Array> {
  return {
    width: 2 * classes,
    add({ start, size, who, runs, first }, { numbers, stride, at }) {
      for (let run = 0, i = 0; run < runs; run++) {
        const place = who[i]! * stride + at
        const end = run + 1 < runs ? first[run + 1]! : size
        for (; i < end; i++) addTo(numbers, place + 2 * classOf[product[start + i]!]!, values[start + i]!)
      }
    },
    result: (room) => totals(room, classes),
  }
}
