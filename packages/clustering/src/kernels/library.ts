import type { KernelLibrary } from '@clientele/compute'
import { sharedWasm, wasm } from '../generated/kernels.js'
import { assignRows, nearestRows, ownDistances } from './assign.js'
import { withinLimit } from './check.js'
import { sumRows } from './cluster-sums.js'
import { narrowRows } from './narrow.js'
import { lowerDistances, potentials } from './seed.js'

/** The kernels of clustering. */
export const clusteringKernels: KernelLibrary = {
  name: '@clientele/clustering',
  wasm,
  sharedWasm,
  twins: {
    withinLimit,
    assignRows,
    nearestRows,
    narrowRows,
    ownDistances,
    sumRows,
    potentials,
    lowerDistances,
  },
}
