import {
  elbow,
  kmeansAsync,
  type Dense,
  type Elbow,
  type KmeansClustering,
  type KmeansOptions,
} from '@clientele/clustering'
import { kmeans as mlKmeans } from 'ml-kmeans'
import { readData, type ShapedArray } from '../../data/data-set.js'
import type { Work } from '../../suite.js'

/** A matrix of a data set. */
export function denseOf({ values, shape }: ShapedArray): Dense {
  return { rows: shape[0]!, columns: shape[1]!, values: values as Float64Array }
}

/** k-means of eight clusters on two workers; `units` divides the time, such as by millions of rows. */
const eightClusters =
  (name: string, options: (initial: Dense) => KmeansOptions, compared: boolean, units = 1): Work =>
  (folders) => {
    const { points, initial } = readData(folders[name]!)
    const [rows, given] = [denseOf(points!), options(denseOf(initial!))]
    return {
      run: () => kmeansAsync(rows, 8, { ...given, workers: 2 }),
      units,
      answer: ({ inertia }: KmeansClustering) => ({
        numbers: compared ? [inertia] : [],
        ...(!compared && { note: `inertia ${inertia.toFixed(0)}` }),
      }),
    }
  }

const twentyRounds = (initial: Dense) => ({ initial, iterations: 20, tolerance: 0 })

/** Twenty rounds from the given centroids. */
export const fromGiven = (name: string) => eightClusters(name, twentyRounds, true)

/** The same where sizes are compared: the time of so many equal parts. */
export const perPart = (name: string, parts: number) => eightClusters(name, twentyRounds, false, parts)

/** Twenty rounds from one k-means++ seeding. */
export const fromSeeding = (name: string) =>
  eightClusters(name, () => ({ seed: 1, restarts: 1, iterations: 20, tolerance: 0 }), false)

/** Ten runs with the default limits of both libraries. */
export const tenRestarts = (name: string) => eightClusters(name, () => ({ seed: 1, restarts: 10 }), false)

/** Twenty rounds of ml-kmeans from the given centroids, on arrays of arrays as it takes them. */
export const mlFromGiven =
  (name: string): Work =>
  (folders) => {
    const { points, initial } = readData(folders[name]!)
    const [rows, start] = [rowsOf(denseOf(points!)), rowsOf(denseOf(initial!))]
    return {
      run: () => mlKmeans(rows, 8, { initialization: start, maxIterations: 20, tolerance: 0 }),
      answer: (result: ReturnType<typeof mlKmeans>) => ({
        numbers: [result.computeInformation(rows).reduce((sum, { error, size }) => sum + error * size, 0)],
      }),
    }
  }

/** Inertias of one to 49 clusters, ten runs each. */
export const elbowOfScores: Work = (folders) => {
  const { points } = readData(folders['quartile-scores']!)
  const rows = denseOf(points!)
  const ks = Array.from({ length: 49 }, (_, i) => i + 1)
  return {
    run: () => elbow(rows, ks, { seed: 1, restarts: 10 }),
    answer: ({ inertias }: Elbow) => ({ numbers: [], note: `inertia ${inertias[7]!.toFixed(1)} for k = 8` }),
  }
}

function rowsOf({ rows, columns, values }: Dense): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)))
}
