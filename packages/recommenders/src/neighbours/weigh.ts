import { checkNonNegative, logarithm, type Csr } from '@clientele/core'
import type { Profile } from '../profile.js'

/** What the cells of one row count when it is compared with others; cells may also be left out. */
export type WeighRow = (row: Profile) => Profile

/** How much of each cell counts in BM25. */
export interface Bm25 {
  /** How slowly the value of a cell saturates: 0, every value counts alike, to 1000. */
  readonly k1: number
  /** How far a cell counts less in a row with large values, 0 (not at all) to 1. */
  readonly b: number
}

/**
 * √value × idf of the column, where idf is ln(rows / (1 + cells of the column)): columns that are in almost every row say little.
 * @throws RangeError when a value of the matrix is below 0; in a row of its own such a value counts 0
 * @see Spärck Jones (1972), "A statistical interpretation of term specificity", Journal of Documentation 28
 */
export function tfidf(fn: string, matrix: Csr): WeighRow {
  checkNonNegative(fn, 'interactions.matrix.values', matrix.values)
  const idf = idfOf(matrix)
  return ({ items, values }) => {
    const weights = new Float64Array(values.length)
    for (let cell = 0; cell < values.length; cell++) {
      if (values[cell]! > 0) weights[cell] = Math.sqrt(values[cell]!) * idf[items[cell]!]!
    }
    return { items, values: weights }
  }
}

/**
 * value × (k1 + 1) / (value + k1 × length of the row) × idf of the column, where length is 1 - b + b × the row's total relative to
 * the mean row's, and idf as in {@link tfidf}.
 * @throws RangeError when a value of the matrix is below 0; in a row of its own such a value counts 0
 * @see Robertson, Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
 *   IR 3
 */
export function bm25(fn: string, matrix: Csr, { k1, b }: Bm25): WeighRow {
  checkNonNegative(fn, 'interactions.matrix.values', matrix.values)
  const idf = idfOf(matrix)
  const mean = sum(matrix.values) / matrix.rows
  return ({ items, values }) => {
    const length = 1 - b + (b * sum(values)) / mean
    const weights = new Float64Array(values.length)
    for (let cell = 0; cell < values.length; cell++) {
      const value = values[cell]!
      if (value > 0) weights[cell] = ((value * (k1 + 1)) / (value + k1 * length)) * idf[items[cell]!]!
    }
    return { items, values: weights }
  }
}

/** Cells above 0 as 1, and no others: who has what. */
export function owned({ items, values }: Profile): Profile {
  const kept = items.filter((_, cell) => values[cell]! > 0)
  return { items: kept, values: new Float64Array(kept.length).fill(1) }
}

/** A difference below this share of a value is rounding. */
const ROUNDING = 1e-12

/** Value - mean of the column's cells, exactly 0 where they are all the same. A column without cells has the mean 0. */
export function centred({ columns, indices, values }: Csr): WeighRow {
  const means = new Float64Array(columns)
  const counts = new Float64Array(columns)
  for (let cell = 0; cell < indices.length; cell++) {
    means[indices[cell]!]! += values[cell]!
    counts[indices[cell]!]!++
  }
  for (let column = 0; column < columns; column++) means[column]! /= Math.max(1, counts[column]!)
  return ({ items, values: own }) => {
    const differences = new Float64Array(own.length)
    for (let cell = 0; cell < own.length; cell++) {
      const difference = own[cell]! - means[items[cell]!]!
      if (!(Math.abs(difference) <= ROUNDING * Math.abs(own[cell]!))) differences[cell] = difference
    }
    return { items, values: differences }
  }
}

/**
 * Value - the row's first value. Correlations stay as they are, whole numbers stay whole, and rows of large and nearly equal
 * values lose no digits when they are squared.
 */
export function shifted({ items, values }: Profile): Profile {
  return { items, values: values.map((value) => value - values[0]!) }
}

/** A matrix with all its rows weighed. O(cells). */
export function weighRows(matrix: Csr, weigh: WeighRow): Csr {
  const { rows, offsets: from } = matrix
  const offsets = new Int32Array(rows + 1)
  const indices = new Int32Array(matrix.indices.length)
  const values = new Float64Array(indices.length)
  for (let row = 0; row < rows; row++) {
    const [start, end] = [from[row]!, from[row + 1]!]
    const weighed = weigh({ items: matrix.indices.subarray(start, end), values: matrix.values.subarray(start, end) })
    indices.set(weighed.items, offsets[row])
    values.set(weighed.values, offsets[row])
    offsets[row + 1] = offsets[row]! + weighed.items.length
  }
  const cells = offsets[rows]!
  return { ...matrix, offsets, indices: indices.slice(0, cells), values: values.slice(0, cells) }
}

function idfOf({ rows, columns, indices }: Csr): Float64Array {
  const counts = new Float64Array(columns)
  for (let cell = 0; cell < indices.length; cell++) counts[indices[cell]!]!++
  for (let column = 0; column < columns; column++) counts[column] = logarithm(rows / (1 + counts[column]!))
  return counts
}

/** What the values above 0 add up to. */
function sum(values: Float64Array): number {
  let total = 0
  for (let cell = 0; cell < values.length; cell++) total += Math.max(0, values[cell]!)
  return total
}
