import type { Progress } from '@clientele/core'
import {
  compare,
  evaluate,
  gridSearchAsync,
  holdOutCustomers,
  rollingSplits,
  splitByTime,
  type SearchLog,
} from '@clientele/metrics'
import { generateShop } from '@clientele/synthetic-data'
import { fitKnn } from './knn-fit.js'

/** The settings to try: 4 × 3 × 4 = 48. */
const GRID = {
  neighbors: [10, 25, 50, 100],
  shrinkage: [0, 5, 20],
  similarity: ['cosine', 'jaccard', 'tfidf', 'logLikelihood'],
} as const

/** How the search runs; none of it changes what is found. */
export interface SearchShopOptions {
  /** The built form of `knn-fit.ts`. */
  readonly module: URL
  /** Default: the number of cores. */
  readonly workers?: number
  /** Where fits are noted, so that a search that was ended goes on. */
  readonly log?: SearchLog
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Searches on the months before the last one, and judges the winner by the last one: no trial has seen it, so that its figures
 * are not those of the luckiest of 48. How well the same settings serve customers whom a model meets for the first time is
 * judged apart.
 */
export async function searchShop({ module, ...options }: SearchShopOptions) {
  const { orders } = generateShop({ seed: 1, customers: 1500, products: 250, seasonality: 0.3 })
  const last = splitByTime(orders, { testDays: 30 })
  const validation = rollingSplits(last.train, { testDays: 30, windows: 3 })
  const found = await gridSearchAsync(module, GRID, validation, { k: 10, metric: 'ndcg', ...options })
  const tuned = evaluate(fitKnn(found.best.settings)(last.train), last, { k: 10 })
  const plain = evaluate(fitKnn({})(last.train), last, { k: 10 })
  const comparison = compare(
    [
      ['searched', tuned],
      ['defaults', plain],
    ],
    { metrics: ['ndcg', 'recall'] },
  )
  const held = holdOutCustomers(orders, { customerShare: 0.2, seed: 1 })
  const strangers = evaluate(fitKnn(found.best.settings)(held.train), held, { k: 10, foldInValue: 'binary' })
  return { found, tuned, plain, comparison, strangers }
}
