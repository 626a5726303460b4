import type { KernelLibrary } from '@clientele/compute'
import { sharedWasm, wasm } from '../generated/kernels.js'
import { bestOfSums } from './best-of-sums.js'
import { similarRows } from './similar-rows.js'

/** The kernels of recommenders: similarities of all pairs. */
export const recommenderKernels: KernelLibrary = {
  name: '@clientele/recommenders',
  wasm,
  sharedWasm,
  twins: { bestOfSums, similarRows },
}
