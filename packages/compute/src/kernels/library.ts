import { sharedWasm, wasm } from '../generated/kernels.js'
import type { KernelLibrary } from '../kernel-library.js'
import {
  factorDiagonal,
  gramOfPanels,
  invertRows,
  mirror,
  placeDiagonal,
  solvePanel,
  updateTrailing,
} from './cholesky.js'
import { gram } from './gram.js'
import { multiply, packRight } from './product.js'
import { topProducts, topRows } from './top-n.js'
import { sparseTimesDense, squaredDistances, timesVector } from './vectors.js'

/** The kernels that several packages share: products, Gram matrices, Cholesky, distances, top-n, sparse times dense. */
export const computeKernels: KernelLibrary = {
  name: '@clientele/compute',
  wasm,
  sharedWasm,
  twins: {
    packRightF32: packRight,
    packRightF64: packRight,
    multiplyF32: multiply,
    multiplyF64: multiply,
    gramF32: gram,
    gramF64: gram,
    timesVectorF32: timesVector,
    timesVectorF64: timesVector,
    squaredDistances,
    sparseTimesDense,
    topRows,
    topProducts,
    factorDiagonal,
    solvePanel,
    updateTrailing,
    invertRows,
    placeDiagonal,
    gramOfPanels,
    mirror,
  },
}
