import { checkInteger, rangeError, type Task } from '@clientele/core'
import type { Engine } from './engine.js'
import type { KernelArgument, KernelLibrary } from './kernel-library.js'

/** A kernel over all rows of some data, cut into blocks at fixed borders: the same borders for any number of workers. */
export interface RowTask extends Task {
  /** In whose memory the regions lie. */
  readonly engine: Engine
  /** Where the kernel is from. */
  readonly library: KernelLibrary
  /** Name of the kernel. */
  readonly kernel: string
  /** Its arguments, without the range of rows. */
  readonly args: readonly KernelArgument[]
  /** Number of rows. */
  readonly rows: number
  /** Rows of one block; the last block may have fewer. */
  readonly blockRows: number
}

/**
 * A piece of an algorithm to yield: a driver runs its blocks here, one after the other, or on a pool.
 *
 * No rows make an empty task. A block should take well under 100 ms, since work is cancelled between blocks. A kernel must write each row's result
 * from that row alone, or one partial result per block (`start / blockRows`) that the algorithm adds in block order.
 * @throws RangeError when the library has no such kernel, or `rows` or `blockRows` is not as said
 * @example yield rowTask(engine, library, 'squaredDistances', [points, columns, centers, k, into], { rows, blockRows: 4096 })
 */
export function rowTask(
  engine: Engine,
  library: KernelLibrary,
  kernel: string,
  args: readonly KernelArgument[],
  { rows, blockRows }: { readonly rows: number; readonly blockRows: number },
): RowTask {
  if (!Object.hasOwn(library.twins, kernel)) throw rangeError('rowTask', 'kernel', `be one of ${library.name}`, kernel)
  checkInteger(kernel, 'rows', rows, { min: 0 })
  checkInteger(kernel, 'blockRows', blockRows, { min: 1 })
  return new KernelRows(engine, library, kernel, args, rows, blockRows)
}

class KernelRows implements RowTask {
  readonly blocks: number

  constructor(
    readonly engine: Engine,
    readonly library: KernelLibrary,
    readonly kernel: string,
    readonly args: readonly KernelArgument[],
    readonly rows: number,
    readonly blockRows: number,
  ) {
    this.blocks = Math.ceil(rows / blockRows)
  }

  runBlock(block: number): void {
    const start = block * this.blockRows
    this.engine.call(this.library, this.kernel, this.args, start, Math.min(this.rows, start + this.blockRows))
  }
}
