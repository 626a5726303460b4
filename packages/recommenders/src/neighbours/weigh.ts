import { checkNonNegative, transpose, type Csr } from '@clientele/core'

/** How much of each cell counts in BM25. */
export interface Bm25 {
  /** How slowly the value of a cell saturates: 0, every value counts alike, to 1000. */
  readonly k1: number
  /** How far a cell counts less in a column with large values, 0 (not at all) to 1. */
  readonly b: number
}

/**
 * √value × idf of the row, where idf is ln(columns / (1 + cells of the row)): rows that have almost everything say little.
 * O(cells).
 * @throws RangeError when a value is below 0
 * @see Spärck Jones (1972), "A statistical interpretation of term specificity", Journal of Documentation 28
 */
export function tfidf(fn: string, matrix: Csr): Csr {
  checkNonNegative(fn, 'interactions.matrix.values', matrix.values)
  return mapCells(matrix, (value, idf) => Math.sqrt(value) * idf)
}

/**
 * value × (k1 + 1) / (value + k1 × length of the column) × idf of the row, where length is 1 - b + b × the column's total
 * relative to the mean column's, and idf as in {@link tfidf}. O(cells).
 * @throws RangeError when a value is below 0
 * @see Robertson, Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
 *   IR 3
 */
export function bm25(fn: string, matrix: Csr, { k1, b }: Bm25): Csr {
  checkNonNegative(fn, 'interactions.matrix.values', matrix.values)
  const length = relativeLengths(matrix, b)
  return mapCells(matrix, (value, idf, column) => ((value * (k1 + 1)) / (value + k1 * length[column]!)) * idf)
}

/** Cells above 0 as 1, and no others: who has what. O(cells). */
export function owned({ rows, columns, offsets: from, indices: all, values }: Csr): Csr {
  const offsets = new Int32Array(rows + 1)
  const indices = new Int32Array(all.length)
  let filled = 0
  for (let row = 0; row < rows; row++) {
    for (let cell = from[row]!; cell < from[row + 1]!; cell++) {
      if (values[cell]! > 0) indices[filled++] = all[cell]!
    }
    offsets[row + 1] = filled
  }
  return { rows, columns, offsets, indices: indices.slice(0, filled), values: new Float64Array(filled).fill(1) }
}

/** A difference below this share of a value is rounding. */
const ROUNDING = 1e-12

/** Value - mean of the row's cells, exactly 0 where they are all the same. O(cells). */
export function centredRows(matrix: Csr): Csr {
  const { rows, offsets } = matrix
  const values = matrix.values.slice()
  for (let row = 0; row < rows; row++) {
    const cells = values.subarray(offsets[row], offsets[row + 1])
    const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length
    cells.forEach((value, i) => {
      const difference = value - mean
      cells[i] = Math.abs(difference) <= ROUNDING * Math.abs(value) ? 0 : difference
    })
  }
  return { ...matrix, values }
}

/**
 * Value - the column's first value. Correlations stay as they are, whole numbers stay whole, and columns of large and nearly
 * equal values lose no digits when they are squared. O(cells).
 */
export function shiftedColumns(matrix: Csr): Csr {
  const byColumn = transpose(matrix)
  const { indices } = matrix
  return {
    ...matrix,
    values: matrix.values.map((value, cell) => value - byColumn.values[byColumn.offsets[indices[cell]!]!]!),
  }
}

/** Cells of 0 stay 0. */
function mapCells(matrix: Csr, weightOf: (value: number, idf: number, column: number) => number): Csr {
  const { rows, columns, offsets, indices } = matrix
  const values = matrix.values.slice()
  for (let row = 0; row < rows; row++) {
    const idf = Math.log(columns / (1 + offsets[row + 1]! - offsets[row]!))
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      const value = values[cell]!
      if (value !== 0) values[cell] = weightOf(value, idf, indices[cell]!)
    }
  }
  return { ...matrix, values }
}

/** Per column: 1 - b + b × its total ÷ the mean total of all columns. */
function relativeLengths({ columns, indices, values }: Csr, b: number): Float64Array {
  const totals = new Float64Array(columns)
  for (let cell = 0; cell < indices.length; cell++) totals[indices[cell]!]! += values[cell]!
  const mean = totals.reduce((sum, total) => sum + total, 0) / columns
  return totals.map((total) => 1 - b + (b * total) / mean)
}
