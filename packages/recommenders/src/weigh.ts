import { checkNonNegative, type Csr } from '@clientele/core'

/** How the cells of customers × products are weighed before products are compared. */
export interface Weighing {
  /** `'cosine'` leaves cells as they are; the others make customers who have almost everything count less. */
  readonly similarity: 'cosine' | 'tfidf' | 'bm25'
  /** BM25 only: how slowly the value of a cell saturates. */
  readonly k1: number
  /** BM25 only: how far a cell counts less in a product that many have, 0 to 1. */
  readonly b: number
}

/**
 * The matrix whose columns are compared.
 *
 * TF-IDF: √value × idf(customer). BM25: value × (k1 + 1) / (value + k1 × length(product)) × idf(customer), where length
 * is 1 - b + b × the product's total relative to the mean product's. idf is ln(products / (1 + products the customer
 * has)). O(cells).
 * @throws RangeError when a value is below 0, unless `similarity` is `'cosine'`
 * @see Robertson, Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
 *   IR 3
 */
export function weigh(matrix: Csr, { similarity, k1, b }: Weighing): Csr {
  if (similarity === 'cosine') return matrix
  checkNonNegative('fitItemKnn', 'interactions.matrix.values', matrix.values)
  const { rows, columns, offsets, indices } = matrix
  const length = similarity === 'bm25' ? relativeLengths(matrix, b) : undefined
  const values = matrix.values.slice()
  for (let row = 0; row < rows; row++) {
    const idf = Math.log(columns / (1 + offsets[row + 1]! - offsets[row]!))
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      const value = values[cell]!
      if (value === 0) continue
      const frequency =
        length === undefined ? Math.sqrt(value) : (value * (k1 + 1)) / (value + k1 * length[indices[cell]!]!)
      values[cell] = frequency * idf
    }
  }
  return { ...matrix, values }
}

/** Per product: 1 - b + b × its total ÷ the mean total of all products. */
function relativeLengths({ columns, indices, values }: Csr, b: number): Float64Array {
  const totals = new Float64Array(columns)
  for (let cell = 0; cell < indices.length; cell++) totals[indices[cell]!]! += values[cell]!
  const mean = totals.reduce((sum, total) => sum + total, 0) / columns
  return totals.map((total) => 1 - b + (b * total) / mean)
}
