import type { Csr } from '@clientele/core'
import { KIND } from '../kernels/similarity.js'
import type { SimilarityOptions } from './similarity-options.js'
import { bm25, centred, owned, shifted, tfidf, type WeighRow } from './weigh.js'

/** How rows are compared: what their cells count, and what is made of the sums. */
export interface Comparison {
  /** What a row's cells count; absent when they count as they are. */
  readonly weigh?: WeighRow
  /** One of {@link KIND}. */
  readonly kind: number
  /** What is known of a row by itself: the sum of its squares, or how many cells it has; nothing by default. */
  readonly size?: 'squares' | 'cells'
}

/**
 * The comparison of a matrix's rows that an option names. O(cells).
 * @param fn the calling function, named in errors
 * @throws RangeError when a value is below 0 where the measure has no meaning for it
 */
export function comparisonOf(
  fn: string,
  matrix: Csr,
  { similarity, k1, b }: Pick<Required<SimilarityOptions>, 'similarity' | 'k1' | 'b'>,
): Comparison {
  switch (similarity) {
    case 'cosine':
      return { kind: KIND.cosine, size: 'squares' }
    case 'tfidf':
      return { weigh: tfidf(fn, matrix), kind: KIND.cosine, size: 'squares' }
    case 'bm25':
      return { weigh: bm25(fn, matrix, { k1, b }), kind: KIND.dot }
    case 'jaccard':
      return { weigh: owned, kind: KIND.jaccard, size: 'cells' }
    case 'logLikelihood':
      return { weigh: owned, kind: KIND.logLikelihood, size: 'cells' }
    case 'adjustedCosine':
      return { weigh: centred(matrix), kind: KIND.commonCosine }
    case 'pearson':
      return { weigh: shifted, kind: KIND.pearson }
  }
}
