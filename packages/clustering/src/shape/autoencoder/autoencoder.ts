import { localEngine, onPool, type Engine, type PooledOptions } from '@clientele/compute'
import { rangeError, random, run, shuffle, type DenseInput, type Random, type Steps } from '@clientele/core'
import { checkCells, checkPoints } from '../../check-points.js'
import { autoencoderModel, type Autoencoder } from './autoencoder-model.js'
import { trainEpochs, type TrainingCourse } from './epochs.js'
import { initialWeights, layoutOf, padWeights, unpadWeights, type Layout } from './layout.js'
import { scaledRows, scalingOf } from './scaling.js'
import { resolveSettings, type AutoencoderOptions, type AutoencoderSettings } from './settings.js'
import { trainingMemory } from './training-memory.js'

/** An autoencoder with the course of its training. */
export interface FittedAutoencoder extends Autoencoder {
  /**
   * Epoch → mean squared error of a cell over the training rows, in the squared unit of the points; each batch counts as it was
   * before the network learned from it.
   */
  readonly trainingLosses: Float64Array
  /** Epoch → mean squared error of a cell over the rows that were not trained on, at the end of the epoch. */
  readonly validationLosses: Float64Array
  /** Position of the epoch with the lowest validation loss: the model is that of its end. */
  readonly bestEpoch: number
  /** Whether training ended because the validation loss no longer fell. */
  readonly stoppedEarly: boolean
}

/**
 * Trains a neural network to squeeze points through a few numbers and give them back: its code is a map of the points that may
 * bend, where {@link fitPca} draws a plane.
 *
 * Levels of tanh lead to the code and back out; code and output are linear. Steps are Adam's on the mean squared error.
 * A share of the rows is not trained on; training ends when their loss falls no more, and the best epoch counts. Points
 * are centred and divided by one factor for all columns, so that the unit plays no part; put the columns on one scale first.
 *
 * O(epochs × rows × weights) time, a copy of the points and four numbers a weight of memory. One batch follows another, so
 * that the work takes one thread; {@link fitAutoencoderAsync} does it on a worker.
 *
 * @param points at least two rows of finite numbers within ±1e100, or a `Dense`
 * @throws RangeError for bad points or options (named), fewer than two rows, memory that does not suffice; TypeError
 * without a seed
 * @see Hinton and Salakhutdinov (2006), "Reducing the Dimensionality of Data with Neural Networks", Science 313; Kingma and Ba (2015),
 * "Adam: A Method for Stochastic Optimization", ICLR
 * @example
 * const autoencoder = fitAutoencoder(points, { seed: 1, hidden: [16], bottleneck: 2 })
 * const codes = autoencoder.encode(points) // one row per point, two columns
 * autoencoder.decode(codes) // near the points
 */
export function fitAutoencoder(points: DenseInput, options: AutoencoderOptions): FittedAutoencoder {
  return run(autoencoderSteps(localEngine(), points, options))
}

/**
 * {@link fitAutoencoder} on a worker, letting other work of the thread happen in between; the same result, bit for bit.
 *
 * Progress counts epochs. When `signal` ends it, the promise rejects with the signal's reason.
 * @example
 * await fitAutoencoderAsync(points, { seed: 1, onProgress: ({ done, total }) => console.error(done, total) })
 */
export function fitAutoencoderAsync(
  points: DenseInput,
  options: AutoencoderOptions & PooledOptions,
): Promise<FittedAutoencoder> {
  return onPool('fitAutoencoderAsync', options, (engine) => autoencoderSteps(engine, points, options))
}

function* autoencoderSteps(engine: Engine, input: DenseInput, options: AutoencoderOptions): Steps<FittedAutoencoder> {
  const settings = resolveSettings('fitAutoencoder', options)
  const points = checkPoints('fitAutoencoder', input)
  checkCells('fitAutoencoder', 'points', points)
  if (points.rows < 2) throw rangeError('fitAutoencoder', 'points', 'have at least two rows', input)
  const layout = layoutOf(points.columns, settings.hidden, settings.bottleneck)
  const scaling = scalingOf(points)
  const stream = random(settings.seed).fork('autoencoder')
  const values = scaledRows(points, scaling, shuffled(points.rows, stream.fork('validation')))
  const { parameters, trainingLosses, validationLosses, bestEpoch, stoppedEarly } = yield* train(
    engine,
    values,
    layout,
    settings,
    stream,
  )
  const { widths, code } = layout
  const weights = unpadWeights(parameters, layout)
  const unit = scaling.scale ** 2
  return {
    ...autoencoderModel({ widths, code, weights, ...scaling }),
    trainingLosses: trainingLosses.map((loss) => loss * unit),
    validationLosses: validationLosses.map((loss) => loss * unit),
    bestEpoch,
    stoppedEarly,
  }
}

function* train(
  engine: Engine,
  values: Float64Array,
  layout: Layout,
  settings: AutoencoderSettings,
  stream: Random,
): Steps<TrainingCourse> {
  const rows = values.length / layout.padded[0]!
  const validationRows = Math.max(1, Math.round(settings.validationShare * rows))
  const weights = padWeights(initialWeights(layout, stream.fork('weights')), layout)
  const scope = engine.arena.scope('fitAutoencoder')
  try {
    const memory = trainingMemory(engine, scope, layout, values, validationRows, weights)
    return yield* trainEpochs(memory, settings, stream.fork('order'))
  } finally {
    scope.close()
  }
}

function shuffled(rows: number, stream: Random): Int32Array {
  return shuffle(
    Int32Array.from({ length: rows }, (_, row) => row),
    stream,
  )
}
