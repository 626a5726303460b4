import { gridSearchAsync } from '@clientele/metrics'
import type { Work } from '../../suite.js'
import { foldsOf } from './folds-of.js'

/** 60 settings of item kNN. */
const GRID = {
  neighbors: [20, 50, 100, 200, 400],
  shrinkage: [0, 10, 50],
  similarity: ['cosine', 'jaccard', 'tfidf', 'bm25'],
} as const

/** A grid search on five folds, workers started and ended within the time. */
export const gridSearchBy =
  (workers: number): Work =>
  (folders) => {
    const folds = foldsOf(folders['movielens-100k-shape']!)
    // Beside the program of our side, as built.
    const module = new URL('./knn-fit.js', import.meta.url)
    return {
      run: () => gridSearchAsync(module, GRID, folds, { workers }),
      answer: ({ trials }: Awaited<ReturnType<typeof gridSearchAsync>>) => ({
        numbers: trials.map(({ score }) => score!),
      }),
    }
  }
