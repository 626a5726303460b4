import type { KernelLibrary } from '@clientele/compute'
import { sharedWasm, wasm } from '../../generated/autoencoder-kernels.js'
import { passRows, trainRows } from './train.js'

/** The kernels of the autoencoder, apart from those of clustering, so that bundles without it do not carry them. */
export const autoencoderKernels: KernelLibrary = {
  name: '@clientele/clustering autoencoder',
  wasm,
  sharedWasm,
  twins: { passRows, trainRows },
}
