import { tanhInPlace } from './tanh.js'

/**
 * A chain of fully connected layers. Widths are multiples of four (what is missing are numbers that stay 0), so that the
 * compiled kernel needs no edges. Level l holds `widths[l]` numbers a row; layer l leads from level l to l + 1.
 */
export interface Network {
  /** Number of layers. */
  readonly layers: number
  /** One number per level. */
  readonly widths: Int32Array
  /** Layer → 1 where its outputs go through tanh, 0 where they stay as they are. */
  readonly curved: Int32Array
  /** Layer after layer: weights (row = input, column = output), then one bias per output. */
  readonly parameters: Float64Array
}

/** Numbers of memory that one batch of so many rows (a multiple of four) needs. */
export function workLength(widths: ArrayLike<number>, rows: number): number {
  const all = Array.from(widths)
  const widest = Math.max(...all)
  const levels = all.reduce((sum, width) => sum + width, 0)
  return rows * (levels + 2 * widest) + widest * widest
}

/**
 * into[i][j] += sum over k of a[i * aRow + k * aStep] * b[k][j], term after term; rows and columns are multiples of four, and
 * rows of `b` and `into` lie one behind the other.
 */
export function addProduct(
  a: Float64Array,
  aRow: number,
  aStep: number,
  b: Float64Array,
  depth: number,
  rows: number,
  columns: number,
  into: Float64Array,
): void {
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < depth; k++) {
      const factor = a[i * aRow + k * aStep]!
      for (let j = 0; j < columns; j++) into[i * columns + j]! += factor * b[k * columns + j]!
    }
  }
}

/** Fills the levels from the first on, which holds `rows` rows; levels lie one behind the other, `rows` rows each. */
export function forward({ layers, widths, curved, parameters }: Network, work: Float64Array, rows: number): void {
  let level = work
  let weights = parameters
  for (let layer = 0; layer < layers; layer++) {
    const inputs = widths[layer]!
    const outputs = widths[layer + 1]!
    const biases = weights.subarray(inputs * outputs)
    const next = level.subarray(rows * inputs)
    for (let i = 0; i < rows * outputs; i++) next[i] = biases[i % outputs]!
    addProduct(level, inputs, 1, weights, inputs, rows, outputs, next)
    if (curved[layer] === 1) tanhInPlace(next, rows * outputs)
    weights = biases.subarray(outputs)
    level = next
  }
}

/**
 * Adds to `gradient` what the loss changes by with each parameter, from what it changes by with the last level: that stands
 * behind the levels in `work`.
 */
export function backward(
  { layers, widths, curved, parameters }: Network,
  work: Float64Array,
  rows: number,
  gradient: Float64Array,
): void {
  const widest = Math.max(...widths.subarray(0, layers + 1))
  let level = levelAt(widths, layers, work, rows)
  let delta = level.subarray(rows * widths[layers]!)
  let spare = delta.subarray(rows * widest)
  const transposed = spare.subarray(rows * widest)
  let at = parameterCount(widths, layers)
  for (let layer = layers - 1; layer >= 0; layer--) {
    const inputs = widths[layer]!
    const outputs = widths[layer + 1]!
    at -= (inputs + 1) * outputs
    if (curved[layer] === 1) for (let i = 0; i < rows * outputs; i++) delta[i]! *= 1 - level[i]! * level[i]!
    level = levelAt(widths, layer, work, rows)
    addProduct(level, 1, inputs, delta, rows, inputs, outputs, gradient.subarray(at))
    addRows(delta, rows, outputs, gradient.subarray(at + inputs * outputs))
    if (layer === 0) return
    transpose(parameters.subarray(at), inputs, outputs, transposed)
    spare.fill(0, 0, rows * inputs)
    addProduct(delta, outputs, 1, transposed, outputs, rows, inputs, spare)
    ;[delta, spare] = [spare, delta]
  }
}

/** How many numbers the layers have. */
export function parameterCount(widths: ArrayLike<number>, layers: number): number {
  let count = 0
  for (let layer = 0; layer < layers; layer++) count += (widths[layer]! + 1) * widths[layer + 1]!
  return count
}

function levelAt(widths: Int32Array, level: number, work: Float64Array, rows: number): Float64Array {
  let at = 0
  for (let before = 0; before < level; before++) at += rows * widths[before]!
  return work.subarray(at)
}

function addRows(matrix: Float64Array, rows: number, columns: number, into: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) into[column]! += matrix[row * columns + column]!
  }
}

function transpose(matrix: Float64Array, rows: number, columns: number, into: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) into[column * rows + row] = matrix[row * columns + column]!
  }
}
