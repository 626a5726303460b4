import type { KernelLibrary } from '@clientele/compute'
import { sharedWasm, wasm } from '../../generated/silhouette-kernels.js'
import { silhouette, silhouetteManhattan } from './silhouette.js'

/** The kernels of the silhouette, apart from those of clustering, so that bundles without it do not carry them. */
export const silhouetteKernels: KernelLibrary = {
  name: '@clientele/clustering silhouette',
  wasm,
  sharedWasm,
  twins: { silhouette, silhouetteManhattan },
}
