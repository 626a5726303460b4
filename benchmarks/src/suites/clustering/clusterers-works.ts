import {
  dbscan,
  gaussianMixture,
  linkage,
  miniBatchKMeans,
  ward,
  type CentroidClustering,
  type Dendrogram,
  type DensityClustering,
  type GaussianMixture,
  type LinkageMethod,
} from '@clientele/clustering'
import { readData } from '../../data/data-set.js'
import type { Work } from '../../suite.js'
import { denseOf } from './kmeans-works.js'

/** The tree of Ward's method. */
export const wardTree =
  (name: string): Work =>
  (folders) => {
    const points = denseOf(readData(folders[name]!).points!)
    return { run: () => ward(points), answer: lastHeights }
  }

/** The tree of another linkage. */
export const linkageTree =
  (name: string, method: LinkageMethod): Work =>
  (folders) => {
    const points = denseOf(readData(folders[name]!).points!)
    return { run: () => linkage(points, method), answer: lastHeights }
  }

function lastHeights({ heights }: Dendrogram) {
  return { numbers: Array.from(heights.subarray(-20)) }
}

/** Clusters of at least five rows within `eps`: how many there are, how large the largest is, and the noise. */
export const densities =
  (name: string, eps: number): Work =>
  (folders) => {
    const points = denseOf(readData(folders[name]!).points!)
    return {
      run: () => dbscan(points, eps, { minPoints: 5 }),
      answer: ({ core, noise, sizes }: DensityClustering) => ({
        numbers: [sizes.length, noise, core.reduce((sum, each) => sum + each, 0)],
        note: `${sizes.length} clusters`,
      }),
    }
  }

/** Twenty rounds of five full components, from a k-means of each library's own. */
export const mixture =
  (name: string): Work =>
  (folders) => {
    const points = denseOf(readData(folders[name]!).points!)
    return {
      run: () => gaussianMixture(points, 5, { seed: 1, restarts: 1, iterations: 20, tolerance: 0 }),
      answer: ({ logLikelihood }: GaussianMixture) => ({
        numbers: [],
        note: `log-likelihood ${logLikelihood.toFixed(0)}`,
      }),
    }
  }

/** One run of as many batches of 1,024 rows as there are in a million. */
export const miniBatches =
  (name: string): Work =>
  (folders) => {
    const points = denseOf(readData(folders[name]!).points!)
    return {
      run: () => miniBatchKMeans(points, 8, { seed: 1, restarts: 1, batchSize: 1024, iterations: 976 }),
      answer: ({ inertia }: CentroidClustering) => ({ numbers: [], note: `inertia ${inertia.toFixed(0)}` }),
    }
  }
