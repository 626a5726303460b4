export { Arena, type Scope } from './arena.js'
export { Engine, localEngine, type KernelForm } from './engine.js'
export { gram, gramAsync, gramRegions } from './gram.js'
export { hasSimd, type KernelArgument, type KernelLibrary, type Scratch, type Twin } from './kernel-library.js'
export { computeKernels } from './kernels/library.js'
export { type Floats, type Matrix } from './matrix.js'
export {
  multiply,
  multiplyAsync,
  multiplyRegions,
  packColumns,
  packedLength,
  type RegionProduct,
  type RightSide,
} from './multiply.js'
export { onPool, type PooledOptions } from './on-pool.js'
export { defaultPool } from './pool/default-pool.js'
export { openPool, type Pool, type PoolOptions } from './pool/pool.js'
export {
  cholesky,
  choleskyAsync,
  inverseBytes,
  inversePositiveDefinite,
  inversePositiveDefiniteAsync,
  invertRegion,
} from './positive-definite.js'
export { type ElementType, type Region, type ViewOf } from './region.js'
export { rowTask, type RowTask } from './row-task.js'
export { sparseTimesDense, sparseTimesDenseAsync } from './sparse-times-dense.js'
export { squaredDistances, squaredDistancesAsync } from './squared-distances.js'
export { dot, timesVector, timesVectorAsync } from './times-vector.js'
export { topProducts, topProductsAsync, type StruckOut, type TopRows } from './top-products.js'
export { topOfRows, topOfRowsAsync } from './top-of-rows.js'
