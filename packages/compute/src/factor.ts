import type { Steps } from '@clientele/core'
import type { Scope } from './arena.js'
import type { Engine } from './engine.js'
import type { KernelArgument } from './kernel-library.js'
import { BLOCK } from './kernels/cholesky.js'
import { computeKernels } from './kernels/library.js'
import { DEPTH } from './kernels/product.js'
import type { Region } from './region.js'
import { rowTask, type RowTask } from './row-task.js'

/** Rows below a diagonal block that are solved or updated at a time: a multiple of four, small enough to share out evenly. */
const UPDATE_ROWS = 64
const TILE_ELEMENTS = 16
/** Working memory of every kernel here. */
export const SCRATCH = { scratch: 'f64', length: TILE_ELEMENTS + 2 * BLOCK * DEPTH } as const

/**
 * Right-looking blocked Cholesky, in place below the diagonal.
 * @param scope where the inverses are allocated
 * @returns the inverses of the diagonal blocks of L
 * @throws RangeError when a pivot is not positive
 */
export function* factor(
  fn: string,
  engine: Engine,
  scope: Scope,
  matrix: Region<'f64'>,
  n: number,
): Steps<Region<'f64'>[]> {
  const inverses: Region<'f64'>[] = []
  const own = engine.arena.scope(fn)
  try {
    const packedInverse = own.room('f64', BLOCK * BLOCK)
    const packed = own.room('f64', (n + BLOCK) * BLOCK)
    const negated = own.room('f64', (n + BLOCK) * BLOCK)
    const status = own.zeros('i32', 1)
    for (let from = 0; from < n; from += BLOCK) {
      const size = Math.min(BLOCK, n - from)
      const below = n - from - size
      const inverse = scope.room('f64', BLOCK * BLOCK)
      inverses.push(inverse)
      yield factorTask(engine, 'factorDiagonal', [matrix, n, from, size, inverse, packedInverse, status], 1)
      checkPivot(fn, status.view()[0]!)
      yield factorTask(engine, 'solvePanel', [matrix, n, from, size, packedInverse, packed, negated, SCRATCH], below)
      yield factorTask(engine, 'updateTrailing', [matrix, n, from + size, size, packed, negated, SCRATCH], below)
      yield { stage: 'factor', done: from + size, total: n }
    }
    return inverses
  } finally {
    own.close()
  }
}

/** Bytes that {@link factor} holds besides the matrix. */
export function factorBytes(engine: Engine, n: number): number {
  const diagonal = (1 + Math.ceil(n / BLOCK)) * BLOCK * BLOCK
  return 8 * (diagonal + 2 * (n + BLOCK) * BLOCK + engine.threads * SCRATCH.length)
}

/** A kernel over rows, some at a time. */
export function factorTask(
  engine: Engine,
  kernel: string,
  args: readonly KernelArgument[],
  rows: number,
  blockRows = UPDATE_ROWS,
): RowTask {
  return rowTask(engine, computeKernels, kernel, args, { rows, blockRows })
}

function checkPivot(fn: string, status: number): void {
  if (status !== 0) {
    throw new RangeError(`${fn}: matrix must be positive definite, got pivot ${status - 1} that is not positive`)
  }
}
