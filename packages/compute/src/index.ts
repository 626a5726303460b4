export { Arena, type Scope } from './arena.js'
export { cholesky, choleskyAsync } from './cholesky.js'
export { type RowColumns } from './csr-rows.js'
export { dot } from './dot.js'
export { Engine, localEngine, type KernelForm } from './engine.js'
export { gram, gramAsync, gramBytes, gramRegions, type RegionGram } from './gram.js'
export {
  inverseBytes,
  inversePositiveDefinite,
  inversePositiveDefiniteAsync,
  invertRegion,
} from './inverse-positive-definite.js'
export { hasSimd, type KernelArgument, type KernelLibrary, type Scratch, type Twin } from './kernel-library.js'
export { computeKernels } from './kernels/library.js'
export { type Floats, type Matrix } from './matrix.js'
export { type GrowableMemory } from './memory.js'
export { multiply, multiplyAsync, multiplyBytes, multiplyRegions, type RegionProduct } from './multiply.js'
export { onPool, type PooledOptions } from './on-pool.js'
export { packColumns, packedLength, type RightSide } from './pack-columns.js'
export { defaultPool } from './pool/default-pool.js'
export { inPieces } from './pieces.js'
export { openPool, type Pool, type PoolOptions } from './pool/pool.js'
export { type ElementType, type FloatType, type Region, type ViewOf } from './region.js'
export { rowTask, type RowTask } from './row-task.js'
export { sparseTimesDense, sparseTimesDenseAsync } from './sparse-times-dense.js'
export { squaredDistances, squaredDistancesAsync } from './squared-distances.js'
export { timesVector, timesVectorAsync } from './times-vector.js'
export { topOfRows, topOfRowsAsync } from './top-of-rows.js'
export { topProducts, topProductsAsync, type TopProductsOptions, type TopRows } from './top-products.js'
