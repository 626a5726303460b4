import type { Fact } from './line-block.js'
import { addTo, emptySums, totals } from './sum-fact.js'

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
  customers: number,
): Fact<Float64Array> {
  const sums = emptySums((customers + 1) * classes)
  return {
    add({ start, size, who }) {
      for (let i = 0; i < size; i++) {
        addTo(sums, who[i]! * classes + classOf[product[start + i]!]!, values[start + i]!)
      }
    },
    result: () => totals(sums),
  }
}
