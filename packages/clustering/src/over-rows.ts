import { rowTask, type Engine, type KernelArgument, type Region } from '@clientele/compute'
import type { Task } from '@clientele/core'
import { clusteringKernels } from './kernels/library.js'
import { PAUSE, type Pace } from './pace.js'

/** Up to so many operations a kernel is called here and now: handing them to workers would take longer. */
const INLINE_OPERATIONS = 2 ** 18

/** Rows, the borders of their blocks, and what one of them costs. */
export interface RowBlocks {
  readonly rows: number
  readonly blockRows: number
  /** Multiplications of one row. */
  readonly perRow: number
}

const NOTHING: readonly Task[] = []

/** Whether {@link overRows} runs a kernel here and now. */
export function runsHere({ rows, perRow }: Pick<RowBlocks, 'rows' | 'perRow'>): boolean {
  return rows * perRow <= INLINE_OPERATIONS
}

/** Runs a kernel over all rows: little work here, much as a task for whoever drives the steps; the same blocks in both. */
export function overRows(
  { engine, pace }: { readonly engine: Engine; readonly pace: Pace },
  kernel: string,
  args: readonly KernelArgument[],
  blocks: RowBlocks,
): readonly Task[] {
  if (!runsHere(blocks)) return [rowTask(engine, clusteringKernels, kernel, args, blocks)]
  return callBlocks(pace, blocks, (start, end) => engine.call(clusteringKernels, kernel, args, start, end))
}

/** Calls a kernel for block after block, and lets others come in between when it is time. */
function callBlocks(
  pace: Pace,
  { rows, blockRows, perRow }: RowBlocks,
  call: (start: number, end: number) => void,
): readonly Task[] {
  for (let start = 0; start < rows; start += blockRows) call(start, Math.min(rows, start + blockRows))
  return pace.due(rows * perRow) ? [PAUSE] : NOTHING
}

/** A kernel with its arguments, ready to be called again and again. */
export interface BoundKernel {
  readonly kernel: string
  readonly args: readonly (number | Region)[]
  readonly call: (start: number, end: number) => void
}

/** Makes a kernel ready. */
export function bindKernel(engine: Engine, kernel: string, args: readonly (number | Region)[]): BoundKernel {
  return { kernel, args, call: engine.bind(clusteringKernels, kernel, args) }
}

/** {@link overRows} for a kernel that is called very often on few rows. */
export function overRowsAgain(
  { engine, pace }: { readonly engine: Engine; readonly pace: Pace },
  { kernel, args, call }: BoundKernel,
  blocks: RowBlocks,
): readonly Task[] {
  return runsHere(blocks) ? callBlocks(pace, blocks, call) : overRows({ engine, pace }, kernel, args, blocks)
}

/** Multiplications of one block: about a millisecond. */
const BLOCK_OPERATIONS = 2 ** 20

/** Rows of a block when each costs so many multiplications. */
export function rowsPerBlock(perRow: number): number {
  return Math.max(1, Math.min(2 ** 15, Math.floor(BLOCK_OPERATIONS / perRow)))
}
