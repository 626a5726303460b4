import type { KernelLibrary } from '@clientele/compute'
import { sharedWasm, wasm } from '../generated/kernels.js'
import { bestOfDenseSums, bestOfSums } from './best-of-sums.js'
import { gramRows } from './gram-rows.js'
import { similarRows } from './similar-rows.js'

/** The kernels of recommenders: what is added up for all pairs of products or customers, and lists for many customers. */
export const recommenderKernels: KernelLibrary = {
  name: '@clientele/recommenders',
  wasm,
  sharedWasm,
  twins: { bestOfDenseSums, bestOfSums, gramRows, similarRows },
}
