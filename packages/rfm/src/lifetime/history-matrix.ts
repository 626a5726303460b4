import { checkInteger, checkNumber, rangeError, type Dense } from '@clientele/core'
import type { PurchaseModel } from './purchase-model.js'

/** Which histories {@link historyMatrix} shows. */
export interface HistoryMatrixOptions {
  /** Age of all the customers shown, in the unit of the model: above 0. */
  readonly age: number
  /** Most repeat purchases; default 10. There is a row for each number from 0. */
  readonly repeatPurchases?: number
  /** Parts into which the age is cut; default 10. There is a column for each border, from 0 to the age. */
  readonly parts?: number
}

/** The probability of being alive by what a customer did; see {@link historyMatrix}. */
export interface HistoryMatrix {
  /** Row → repeat purchases. */
  readonly repeatPurchases: Int32Array
  /** Column → active span, in the unit of the model. */
  readonly activeSpans: Float64Array
  /** Age of all, in the same unit. */
  readonly age: number
  /** The probabilities, one row for each number of repeat purchases, one column for each active span. */
  readonly probabilities: Dense
}

/**
 * The probability that a customer is alive, for each number of repeat purchases and each moment of the last one: how long a silence
 * is too long.
 *
 * A customer without a repeat purchase has an active span of 0, so that the first row is one value; repeat purchases take time, so
 * that the first column shows the limit of the shortest span. O(cells).
 * @throws RangeError when an option is out of range
 * @example
 * const { probabilities } = historyMatrix(model, { age: 52, repeatPurchases: 20, parts: 52 })
 * probabilities.values[7 * probabilities.columns + 26] // seven repeat purchases, the last half a year ago
 */
export function historyMatrix(
  model: PurchaseModel,
  { age, repeatPurchases = 10, parts = 10 }: HistoryMatrixOptions,
): HistoryMatrix {
  checkNumber('historyMatrix', 'age', age)
  if (age <= 0) throw rangeError('historyMatrix', 'age', 'be above 0', age)
  checkInteger('historyMatrix', 'repeatPurchases', repeatPurchases, { min: 0, max: 100_000 })
  checkInteger('historyMatrix', 'parts', parts, { min: 1, max: 100_000 })
  const [rows, columns] = [repeatPurchases + 1, parts + 1]
  const activeSpans = Float64Array.from({ length: columns }, (_, part) => (age * part) / parts)
  const row = (cell: number) => Math.floor(cell / columns)
  const cells = { length: rows * columns }
  const values = model.probabilityAlive({
    repeatPurchases: Int32Array.from(cells, (_, cell) => row(cell)),
    activeSpan: Float64Array.from(cells, (_, cell) => (row(cell) === 0 ? 0 : activeSpans[cell % columns] || SHORTEST)),
    age: new Float64Array(rows * columns).fill(age),
  })
  return {
    repeatPurchases: Int32Array.from({ length: rows }, (_, x) => x),
    activeSpans,
    age,
    probabilities: { rows, columns, values },
  }
}

/** The least number above 0. */
const SHORTEST = Number.MIN_VALUE
