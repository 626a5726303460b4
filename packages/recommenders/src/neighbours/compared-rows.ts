import { logarithm, transpose, type Csr } from '@clientele/core'
import { PARTS } from '../kernels/add-column.js'
import { KIND } from '../kernels/similarity.js'
import type { Comparison } from './comparison.js'
import { weighRows } from './weigh.js'

/** Which similarities are kept; see {@link SimilarityOptions}. */
export interface Limits {
  readonly neighbors: number
  readonly shrinkage: number
  readonly minSupport: number
}

/** Rows made ready to be compared with one another, or with a row that is not among them. */
export interface ComparedRows {
  readonly comparison: Comparison
  readonly limits: Limits
  /** The weighted matrix, row after row. */
  readonly byRow: Csr
  /** The same column after column. */
  readonly byColumn: Csr
  /** What is known of each row by itself. */
  readonly sizes: Float64Array
  /** Numbers that are added up for each pair. */
  readonly parts: number
  /** x ln x of 0, 1, … columns, where they are needed. */
  readonly xlogx: Float64Array
}

/** Weighs a matrix and looks at it from both sides. O(cells) time, and memory for the matrix twice. */
export function comparedRows(matrix: Csr, comparison: Comparison, limits: Limits): ComparedRows {
  const byRow = comparison.weigh === undefined ? matrix : weighRows(matrix, comparison.weigh)
  const sizes = new Float64Array(byRow.rows)
  for (let row = 0; row < byRow.rows; row++) {
    sizes[row] = sizeOf(byRow.values.subarray(byRow.offsets[row], byRow.offsets[row + 1]), comparison)
  }
  return {
    comparison,
    limits,
    byRow,
    byColumn: transpose(byRow),
    sizes,
    parts: partsOf(comparison.kind, limits),
    xlogx: comparison.kind === KIND.logLikelihood ? xlogxTable(byRow.columns) : new Float64Array(1),
  }
}

/** What is known of a row by itself; the order of addition is that of the cells. */
export function sizeOf(values: Float64Array, { size }: Comparison): number {
  if (size === 'cells') return values.length
  let sum = 0
  if (size === 'squares') for (let cell = 0; cell < values.length; cell++) sum += values[cell]! * values[cell]!
  return sum
}

/** Kinds that need more than the sum of products. */
const SUMMED: readonly number[] = [
  KIND.pearson,
  KIND.commonCosine,
  KIND.meanSquaredDifference,
  KIND.residualCosine,
  KIND.meanDifference,
]

function partsOf(kind: number, { shrinkage, minSupport }: Limits): number {
  if (SUMMED.includes(kind)) return PARTS.sums
  return shrinkage > 0 || minSupport > 1 ? PARTS.dotsAndCounts : PARTS.dots
}

function xlogxTable(most: number): Float64Array {
  return Float64Array.from({ length: most + 1 }, (_, x) => (x === 0 ? 0 : x * logarithm(x)))
}
