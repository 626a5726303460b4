import {
  cutDendrogram,
  dbscan,
  dbscanAsync,
  gaussianMixture,
  gaussianMixtureAsync,
  kmeans,
  kmeansAsync,
  linkage,
  linkageAsync,
  ward,
  wardAsync,
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
