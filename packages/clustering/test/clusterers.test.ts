import { dbscan, dbscanAsync, kmeans, kmeansAsync } from '../src/index.js'
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
]

clusterers.forEach(keepsTheContract)
