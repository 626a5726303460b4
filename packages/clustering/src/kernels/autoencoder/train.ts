import { backward, forward, parameterCount, type Network } from './network.js'

/** Rows that are passed through a network at one time. */
export const PASS_ROWS = 64

const FIRST_DECAY = 0.9
const SECOND_DECAY = 0.999
/** Keeps a step finite where a gradient is 0. */
const LEAST_ROOT = 1e-8

/** into[row] = what the last level holds once the row of `points` has gone through all layers. */
export function passRows(
  points: Float64Array,
  layers: number,
  widths: Int32Array,
  curved: Int32Array,
  parameters: Float64Array,
  into: Float64Array,
  work: Float64Array,
  start: number,
  end: number,
): void {
  const network = { layers, widths, curved, parameters }
  const inputs = widths[0]!
  const outputs = widths[layers]!
  for (let row = start; row < end; row += PASS_ROWS) {
    const count = Math.min(PASS_ROWS, end - row)
    const rows = wholeTiles(count)
    work.set(points.subarray(row * inputs, (row + count) * inputs))
    work.fill(0, count * inputs, rows * inputs)
    forward(network, work, rows)
    const last = lastLevel(network, work, rows)
    into.set(last.subarray(0, count * outputs), row * outputs)
  }
}

/**
 * Trains on the rows of `points` that `order[start]` to `order[end - 1]` name, batch after batch, each with one step of
 * Adam. `state` holds the powers of both decays, which the first step makes, and the sum of squared errors, which is added to.
 * @see Kingma and Ba (2015), "Adam: A Method for Stochastic Optimization", ICLR
 */
export function trainRows(
  points: Float64Array,
  columns: number,
  order: Int32Array,
  layers: number,
  widths: Int32Array,
  curved: Int32Array,
  parameters: Float64Array,
  gradient: Float64Array,
  firstMoments: Float64Array,
  secondMoments: Float64Array,
  state: Float64Array,
  batchSize: number,
  learningRate: number,
  work: Float64Array,
  start: number,
  end: number,
): void {
  const network = { layers, widths, curved, parameters }
  const length = parameterCount(widths, layers)
  for (let from = start; from < end; from += batchSize) {
    const batch = order.subarray(from, Math.min(end, from + batchSize))
    gradient.fill(0, 0, length)
    state[2]! += addGradient(network, points, columns, batch, work, gradient)
    state[0]! *= FIRST_DECAY
    state[1]! *= SECOND_DECAY
    const firstScale = 1 / (1 - state[0]!)
    const secondScale = 1 / (1 - state[1]!)
    for (let i = 0; i < length; i++) {
      const slope = gradient[i]!
      const first = FIRST_DECAY * firstMoments[i]! + (1 - FIRST_DECAY) * slope
      const second = SECOND_DECAY * secondMoments[i]! + (1 - SECOND_DECAY) * (slope * slope)
      firstMoments[i] = first
      secondMoments[i] = second
      parameters[i]! -= (learningRate * (first * firstScale)) / (Math.sqrt(second * secondScale) + LEAST_ROOT)
    }
  }
}

/**
 * Adds the gradient of the mean squared error of a batch (over its rows and the first `columns` columns; the rest are 0) to
 * `gradient`; returns the sum of squared errors.
 */
export function addGradient(
  network: Network,
  points: Float64Array,
  columns: number,
  batch: Int32Array,
  work: Float64Array,
  gradient: Float64Array,
): number {
  const width = network.widths[0]!
  const rows = wholeTiles(batch.length)
  batch.forEach((row, i) => work.set(points.subarray(row * width, (row + 1) * width), i * width))
  work.fill(0, batch.length * width, rows * width)
  forward(network, work, rows)
  const outputs = lastLevel(network, work, rows)
  const delta = outputs.subarray(rows * width)
  const scale = 2 / (batch.length * columns)
  let squares = 0
  for (let i = 0; i < batch.length * width; i++) {
    const error = outputs[i]! - work[i]!
    squares += error * error
    delta[i] = scale * error
  }
  delta.fill(0, batch.length * width, rows * width)
  backward(network, work, rows, gradient)
  return squares
}

function lastLevel({ layers, widths }: Network, work: Float64Array, rows: number): Float64Array {
  let at = 0
  for (let level = 0; level < layers; level++) at += rows * widths[level]!
  return work.subarray(at)
}

/** Rows come in tiles of four. */
function wholeTiles(rows: number): number {
  return (rows + 3) & ~3
}
