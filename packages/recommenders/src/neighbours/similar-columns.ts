import type { Engine } from '@clientele/compute'
import type { Csr, Steps } from '@clientele/core'
import { KIND } from '../kernels/similarity.js'
import type { SimilarityOptions } from './similarity-options.js'
import { similarRows, type Measure } from './similar-rows.js'
import { bm25, centredRows, owned, shiftedColumns, tfidf } from './weigh.js'

/**
 * The most similar other columns of each column of a sparse matrix: of products where the rows are customers, of customers where
 * the rows are products.
 *
 * Time is the sum over rows of (cells of the row)², so that a column which every row has costs no more than its place in those
 * rows. Memory is the weighted matrix four times and the kept neighbours, never columns × columns.
 * @param fn the calling function, named in errors
 * @returns columns × columns, row i holding the neighbours of column i, all above 0
 * @throws RangeError when a value is below 0 where there is no such measure, or memory does not suffice
 */
export function* similarColumns(
  engine: Engine,
  fn: string,
  matrix: Csr,
  options: Required<SimilarityOptions>,
): Steps<Csr> {
  const { weighted, measure } = measured(fn, matrix, options)
  return yield* similarRows(engine, fn, weighted, measure, options)
}

/** The matrix whose columns are compared, and how. */
function measured(
  fn: string,
  matrix: Csr,
  options: Required<SimilarityOptions>,
): { readonly weighted: Csr; readonly measure: Measure } {
  switch (options.similarity) {
    case 'cosine':
      return { weighted: matrix, measure: { kind: KIND.cosine, size: 'squares' } }
    case 'tfidf':
      return { weighted: tfidf(fn, matrix), measure: { kind: KIND.cosine, size: 'squares' } }
    case 'bm25':
      return { weighted: bm25(fn, matrix, options), measure: { kind: KIND.dot } }
    case 'jaccard':
      return { weighted: owned(matrix), measure: { kind: KIND.jaccard, size: 'cells' } }
    case 'logLikelihood':
      return { weighted: owned(matrix), measure: { kind: KIND.logLikelihood, size: 'cells' } }
    case 'adjustedCosine':
      return { weighted: centredRows(matrix), measure: { kind: KIND.commonCosine } }
    case 'pearson':
      return { weighted: shiftedColumns(matrix), measure: { kind: KIND.pearson } }
  }
}
