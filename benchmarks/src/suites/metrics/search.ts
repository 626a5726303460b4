import { gridSearchAsync, rollingSplits } from '@clientele/metrics'
import { generateShop } from '@clientele/synthetic-data'
import type { Work } from '../../suite.js'

/** 24 settings of item kNN, on three months each. */
const GRID = { neighbors: [10, 25, 50, 100], shrinkage: [0, 5, 20], similarity: ['cosine', 'jaccard'] } as const

/** A grid search, workers started and ended within the time. */
export const gridSearchBy =
  (workers: number): Work =>
  () => {
    const { orders } = generateShop({ seed: 1, customers: 3000, products: 400 })
    const splits = rollingSplits(orders, { testDays: 30, windows: 3 })
    // Beside the program of our side, as built.
    const module = new URL('./knn-fit.js', import.meta.url)
    return {
      run: () => gridSearchAsync(module, GRID, splits, { workers }),
      answer: ({ trials }: Awaited<ReturnType<typeof gridSearchAsync>>) => ({
        numbers: trials.map(({ score }) => score!),
      }),
    }
  }
