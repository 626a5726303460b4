import { rowTask, type Engine, type KernelArgument, type Region } from '@clientele/compute'
import type { Task } from '@clientele/core'
import { autoencoderKernels } from '../../kernels/autoencoder/library.js'
import { workLength } from '../../kernels/autoencoder/network.js'
import { PASS_ROWS } from '../../kernels/autoencoder/train.js'

/** Some layers of a network in memory, one behind the other. */
export interface LayersInMemory {
  /** Level → its numbers, a multiple of four. */
  readonly padded: Int32Array
  /** The same, where the kernels read it. */
  readonly widths: Region<'i32'>
  /** Layer → whether its outputs go through tanh. */
  readonly curved: Region<'i32'>
  readonly parameters: Region<'f64'>
}

/** Multiplications of one block: some milliseconds. */
const BLOCK_OPERATIONS = 2 ** 23

/** The task of passing rows through layers. */
export function passTask(
  engine: Engine,
  { padded, widths, curved, parameters }: LayersInMemory,
  rows: number,
  points: Region<'f64'>,
  into: Region<'f64'>,
): Task {
  const work: KernelArgument = { scratch: 'f64', length: workLength(padded, PASS_ROWS) }
  const args = [points, padded.length - 1, widths, curved, parameters, into, work]
  const blockRows = PASS_ROWS * Math.max(1, Math.floor(BLOCK_OPERATIONS / (PASS_ROWS * parameters.length)))
  return rowTask(engine, autoencoderKernels, 'passRows', args, { rows, blockRows })
}
