import { rowTask } from '@clientele/compute'
import { rangeError, shuffle, type Progress, type Random, type Steps, type Task } from '@clientele/core'
import { autoencoderKernels } from '../../kernels/autoencoder/library.js'
import { workLength } from '../../kernels/autoencoder/network.js'
import { passTask } from './pass.js'
import type { AutoencoderSettings } from './settings.js'
import type { TrainingMemory } from './training-memory.js'

/** How training went. Losses are mean squared errors of a cell of scaled points. */
export interface TrainingCourse {
  /** The parameters after the epoch that was kept, as the kernels hold them. */
  readonly parameters: Float64Array
  /** Epoch → loss over the training rows, each as it was when its batch came up. */
  readonly trainingLosses: Float64Array
  /** Epoch → loss over the rows that are not trained on, at its end. */
  readonly validationLosses: Float64Array
  /** Position of the epoch of the lowest validation loss. */
  readonly bestEpoch: number
  /** Whether the loss had stopped to fall before the last epoch. */
  readonly stoppedEarly: boolean
}

/** Multiplications of one task: some milliseconds. */
const TASK_OPERATIONS = 2 ** 23

/** Epoch after epoch, each in an order of its own, until the validation loss falls no more. */
export function* trainEpochs(
  memory: TrainingMemory,
  settings: AutoencoderSettings,
  orders: Random,
): Steps<TrainingCourse> {
  const { epochs, patience, tolerance } = settings
  const trainingLosses: number[] = []
  const validationLosses: number[] = []
  let best = { loss: Infinity, epoch: 0, parameters: memory.parameters.view().slice() }
  // The last loss that counted as an improvement, and its epoch.
  let improved = { loss: Infinity, epoch: 0 }
  for (let epoch = 0; epoch < epochs && epoch - improved.epoch <= patience; epoch++) {
    trainingLosses.push(yield* trainOnce(memory, settings, orders.fork(epoch), progressAt(epoch, epochs)))
    const loss = yield* validate(memory)
    if (!Number.isFinite(loss)) {
      throw rangeError('fitAutoencoder', 'learningRate', 'be so small that losses stay finite', settings.learningRate)
    }
    validationLosses.push(loss)
    if (loss < best.loss) best = { loss, epoch, parameters: memory.parameters.view().slice() }
    if (loss < improved.loss * (1 - tolerance)) improved = { loss, epoch }
  }
  yield progressAt(epochs, epochs)
  return {
    parameters: best.parameters,
    trainingLosses: Float64Array.from(trainingLosses),
    validationLosses: Float64Array.from(validationLosses),
    bestEpoch: best.epoch,
    stoppedEarly: validationLosses.length < epochs,
  }
}

function progressAt(done: number, total: number): Progress {
  return { stage: 'autoencoder', done, total }
}

/** One pass over the training rows, in tasks of some batches; returns the mean loss. */
function* trainOnce(
  memory: TrainingMemory,
  { batchSize, learningRate }: AutoencoderSettings,
  stream: Random,
  progress: Progress,
): Steps<number> {
  const { trainingRows, order, columns, padded, widths, curved, parameters, moments, state, points } = memory
  shuffle(order.view(), stream)
  state.view()[2] = 0
  const work = { scratch: 'f64', length: workLength(padded, (batchSize + 3) & ~3) } as const
  const batches = Math.max(1, Math.floor(TASK_OPERATIONS / (3 * batchSize * parameters.length)))
  for (let start = 0; start < trainingRows; start += batches * batchSize) {
    const rows = Math.min(batches * batchSize, trainingRows - start)
    const network = [padded.length - 1, widths, curved, parameters, ...moments, state]
    const args = [points, columns, order.from(start), ...network, batchSize, learningRate, work]
    yield oneBlock(rowTask(memory.engine, autoencoderKernels, 'trainRows', args, { rows, blockRows: rows }), memory)
    yield progress
  }
  return state.view()[2]! / (trainingRows * columns)
}

/**
 * Batches follow one another, so that a worker does them all, and only in memory that it shares: copies of all points, there
 * and back, would take longer than the work.
 */
function oneBlock(task: Task, { engine }: TrainingMemory): Task {
  return engine.shared ? task : { blocks: task.blocks, runBlock: (block) => task.runBlock(block) }
}

/** The mean squared error of a cell of the rows that are not trained on. */
function* validate(memory: TrainingMemory): Steps<number> {
  const { trainingRows, validationRows, columns, points, outputs, padded } = memory
  const inputs = points.from(trainingRows * padded[0]!)
  yield passTask(memory.engine, memory, validationRows, inputs, outputs)
  const given = inputs.view()
  const sum = outputs.view().reduce((total, value, i) => total + (value - given[i]!) ** 2, 0)
  return sum / (validationRows * columns)
}
