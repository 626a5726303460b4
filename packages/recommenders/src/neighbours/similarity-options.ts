import { checkInteger, checkNumber, checkOneOf, rangeError } from '@clientele/core'

/**
 * How alike two products (or two customers) are. In words for products, x and y being what customers have
 * of them:
 *
 * - `'cosine'`: Σxy ÷ √(Σx² Σy²), over all customers
 * - `'adjustedCosine'`: the same of x and y less the customer's mean, over the customers who have both
 * - `'pearson'`: the correlation of x and y, over the customers who have both
 * - `'jaccard'`: customers who have both ÷ customers who have either
 * - `'tfidf'`: the cosine, after customers who have almost everything count less
 * - `'bm25'`: the dot product, after large values saturate, and common products and customers who have almost everything
 *   count less
 * - `'logLikelihood'`: 1 - 1 ÷ (1 + G²), where G² is Dunning's measure of how surely the two are bought together more often than
 *   by chance
 */
export type Similarity = 'cosine' | 'adjustedCosine' | 'pearson' | 'jaccard' | 'tfidf' | 'bm25' | 'logLikelihood'

/** How neighbours are found. */
export interface SimilarityOptions {
  /** How many of the most similar others are kept for each, at least 1; default 50. Itself is not among them. */
  readonly neighbors?: number
  /** How alike two are; default `'cosine'`. */
  readonly similarity?: Similarity
  /**
   * Distrust of similarities that rest on little: each is multiplied by c / (c + shrinkage), where the two have c in common.
   * At least 0; default 0, none.
   */
  readonly shrinkage?: number
  /** Those that have fewer in common are no neighbours; at least 1, the default. */
  readonly minSupport?: number
  /** With `'bm25'` only: how slowly a value saturates, 0 (every value counts alike) to 1000; default 1.2. */
  readonly k1?: number
  /** With `'bm25'` only: how far common products count less, 0 (not at all) to 1; default 0.75. */
  readonly b?: number
}

const SIMILARITIES: readonly Similarity[] = [
  'cosine',
  'adjustedCosine',
  'pearson',
  'jaccard',
  'tfidf',
  'bm25',
  'logLikelihood',
]

/**
 * Options with their defaults.
 * @param fn the calling function, named in errors
 * @throws RangeError or TypeError when one is not as {@link SimilarityOptions} says
 */
export function resolveSimilarity(fn: string, options: SimilarityOptions): Required<SimilarityOptions> {
  const { neighbors = 50, similarity = 'cosine', shrinkage = 0, minSupport = 1, k1 = 1.2, b = 0.75 } = options
  checkInteger(fn, 'neighbors', neighbors, { min: 1 })
  checkOneOf(fn, 'similarity', similarity, SIMILARITIES)
  checkNumber(fn, 'shrinkage', shrinkage, { min: 0 })
  checkInteger(fn, 'minSupport', minSupport, { min: 1 })
  checkNumber(fn, 'k1', k1, { min: 0, max: 1000 })
  checkNumber(fn, 'b', b, { min: 0, max: 1 })
  for (const name of ['k1', 'b'] as const) {
    if (similarity !== 'bm25' && options[name] !== undefined) {
      throw rangeError(fn, name, `be left out when similarity is "${similarity}"`, options[name])
    }
  }
  return { neighbors, similarity, shrinkage, minSupport, k1, b }
}

/** Options as they can be given again, for a file: {@link resolveSimilarity} is the way back. */
export function givenSimilarity(options: Required<SimilarityOptions>): SimilarityOptions {
  const { neighbors, similarity, shrinkage, minSupport } = options
  return similarity === 'bm25' ? options : { neighbors, similarity, shrinkage, minSupport }
}
