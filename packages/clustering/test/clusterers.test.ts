import {
  bisectingKMeans,
  bisectingKMeansAsync,
  cutDendrogram,
  dbscan,
  dbscanAsync,
  gaussianMixture,
  gaussianMixtureAsync,
  kmeans,
  kmeansAsync,
  kmeansWithDistance,
  kmeansWithDistanceAsync,
  linkage,
  linkageAsync,
  miniBatchKMeans,
  miniBatchKMeansAsync,
  ward,
  wardAsync,
  type DenseInput,
} from '../src/index.js'
import { keepsTheContract, type Clusterer } from './clusterer-contract.js'

const clusterers: Clusterer[] = [
  {
    name: 'kmeans',
    cluster: kmeans,
    clusterAsync: kmeansAsync,
    weighs: true,
    counts: true,
    orderFree: false,
  },
  {
    name: 'miniBatchKMeans',
    cluster: (points, k, options) => miniBatchKMeans(points, k, { batchSize: 100, iterations: 50, ...options }),
    clusterAsync: (points, k, options) =>
      miniBatchKMeansAsync(points, k, { batchSize: 100, iterations: 50, ...options }),
    weighs: true,
    counts: true,
    orderFree: false,
  },
  {
    name: 'bisectingKMeans',
    cluster: bisectingKMeans,
    clusterAsync: bisectingKMeansAsync,
    weighs: true,
    counts: true,
    orderFree: false,
  },
  ...(['manhattan', 'chebyshev'] as const).map((distance) => ({
    name: 'kmeansWithDistance',
    cluster: (points: DenseInput, k: number, options: { seed: number }) =>
      kmeansWithDistance(points, k, { distance, restarts: 3, ...options }),
    clusterAsync: (points: DenseInput, k: number, options: { seed: number }) =>
      kmeansWithDistanceAsync(points, k, { distance, restarts: 3, ...options }),
    weighs: false,
    counts: true,
    orderFree: false,
  })),
  {
    name: 'dbscan',
    cluster: (points, _, { unit, weights }) =>
      dbscan(points, 0.12 * unit, { minPoints: 4, ...(weights && { weights }) }),
    clusterAsync: (points, _, { unit, ...options }) => dbscanAsync(points, 0.12 * unit, { minPoints: 4, ...options }),
    weighs: true,
    counts: false,
    orderFree: true,
    noise: true,
  },
  {
    name: 'gaussianMixture',
    cluster: (points, k, { seed, weights }) =>
      gaussianMixture(points, k, { seed, restarts: 3, iterations: 100, ...(weights && { weights }) }),
    clusterAsync: (points, k, options) => gaussianMixtureAsync(points, k, { restarts: 3, iterations: 100, ...options }),
    weighs: true,
    counts: true,
    orderFree: false,
  },
  {
    name: 'ward',
    cluster: (points, k, options) => cutDendrogram(ward(points, options), { k }),
    clusterAsync: async (points, k, options) => cutDendrogram(await wardAsync(points, options), { k }),
    checksK: 'cutDendrogram',
    weighs: true,
    counts: true,
    orderFree: true,
  },
  {
    name: 'linkage',
    cluster: (points, k, options) => cutDendrogram(linkage(points, 'complete', options), { k }),
    clusterAsync: async (points, k, options) => cutDendrogram(await linkageAsync(points, 'complete', options), { k }),
    checksK: 'cutDendrogram',
    weighs: true,
    counts: true,
    orderFree: true,
  },
]

clusterers.forEach(keepsTheContract)
