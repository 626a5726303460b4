import type { LikelihoodRows } from '../../src/lifetime/history-likelihood.js'
import { mergeHistories } from '../../src/lifetime/merge-histories.js'
import type { PurchaseHistories } from '../../src/lifetime/purchase-histories.js'

/** The logarithm of a likelihood at some parameters, and its slopes. */
export function sumsOf(
  rows: LikelihoodRows,
  histories: PurchaseHistories,
  parameters: readonly number[],
): Float64Array {
  const merged = mergeHistories(histories)
  const sums = new Float64Array(parameters.length + 1)
  const most = Math.max(...merged.repeatPurchases)
  rows(merged, most)(Float64Array.from(parameters))(0, merged.weights.length, sums)
  return sums
}

/** A slope by central differences. */
export function slopeOf(
  rows: LikelihoodRows,
  histories: PurchaseHistories,
  at: readonly number[],
  which: number,
): number {
  const step = 1e-5 * at[which]!
  const value = (by: number) =>
    sumsOf(
      rows,
      histories,
      at.map((each, i) => each + (i === which ? by : 0)),
    )[0]!
  return (value(step) - value(-step)) / (2 * step)
}
