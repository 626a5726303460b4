import type { MergedHistories } from './merge-histories.js'

/**
 * The logarithm of a likelihood as a sum over rows. Given the histories and the most repeat purchases among them, it is prepared
 * for values of the parameters and then adds up any range of rows: the sum of weight × ln L into `sums[0]`, its derivatives by the
 * parameters into the elements after it.
 */
export type LikelihoodRows = (
  histories: MergedHistories,
  most: number,
) => (parameters: Float64Array) => (from: number, to: number, sums: Float64Array) => void

/** What a fit needs to know of a model. */
export interface HistoryLikelihood {
  /** Names of the parameters, in their order. */
  readonly names: readonly string[]
  /** Parameters that are times. */
  readonly times: readonly string[]
  /** The likelihood. */
  readonly rows: LikelihoodRows
  /** Parameters to start from, for times that are counted in the longest age. */
  start(histories: MergedHistories): readonly number[]
}
