import type { KernelLibrary } from '@clientele/compute'
import { sharedWasm, wasm } from '../generated/kernels.js'
import { silhouette, silhouetteManhattan } from './silhouette.js'

/** The kernels of clustering. */
export const clusteringKernels: KernelLibrary = {
  name: '@clientele/clustering',
  wasm,
  sharedWasm,
  twins: { silhouette, silhouetteManhattan },
}
