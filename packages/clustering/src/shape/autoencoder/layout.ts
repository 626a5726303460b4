import type { Random } from '@clientele/core'

/** The shape of a network, as people count it and as the kernels hold it. */
export interface Layout {
  /** Level → its numbers: columns, hidden, code, hidden, columns. */
  readonly widths: Int32Array
  /** The same, each rounded up to a multiple of four. */
  readonly padded: Int32Array
  /** Layer → 1 where its outputs go through tanh: all but the code and the points that come out. */
  readonly curved: Int32Array
  /** Position of the code among the levels. */
  readonly code: number
}

/** The layout of an autoencoder. */
export function layoutOf(columns: number, hidden: readonly number[], bottleneck: number): Layout {
  const code = hidden.length + 1
  const widths = Int32Array.of(columns, ...hidden, bottleneck, ...hidden.toReversed(), columns)
  const layers = widths.length - 1
  return {
    widths,
    padded: widths.map(roundedUp),
    curved: Int32Array.from({ length: layers }, (_, layer) => (layer + 1 === code || layer + 1 === layers ? 0 : 1)),
    code,
  }
}

/** A width as the kernels hold it. */
export function roundedUp(width: number): number {
  return (width + 3) & ~3
}

/** How many numbers some layers have, from a level on up to another. */
export function parametersBetween(widths: Int32Array, from: number, to: number): number {
  let count = 0
  for (let layer = from; layer < to; layer++) count += (widths[layer]! + 1) * widths[layer + 1]!
  return count
}

/**
 * Weights to start from, layer after layer (row = input, column = output, then the biases): uniform within
 * ±√(6 / (inputs + outputs)), so that numbers keep their size from layer to layer; biases are 0.
 * @see Glorot and Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks", AISTATS
 */
export function initialWeights({ widths }: Layout, stream: Random): Float64Array {
  const weights = new Float64Array(parametersBetween(widths, 0, widths.length - 1))
  let at = 0
  for (let layer = 0; layer + 1 < widths.length; layer++) {
    const [inputs, outputs] = [widths[layer]!, widths[layer + 1]!]
    const limit = Math.sqrt(6 / (inputs + outputs))
    const layerStream = stream.fork(layer)
    for (let i = 0; i < inputs * outputs; i++) weights[at + i] = limit * (2 * layerStream.next() - 1)
    at += (inputs + 1) * outputs
  }
  return weights
}

/** Weights in the layout of the kernels: what is missing to a multiple of four is 0. */
export function padWeights(weights: Float64Array, { widths, padded }: Layout): Float64Array {
  const into = new Float64Array(parametersBetween(padded, 0, padded.length - 1))
  eachWeight({ widths, padded }, (plain, wide) => (into[wide] = weights[plain]!))
  return into
}

/** {@link padWeights} backwards. */
export function unpadWeights(weights: Float64Array, { widths, padded }: Layout): Float64Array {
  const into = new Float64Array(parametersBetween(widths, 0, widths.length - 1))
  eachWeight({ widths, padded }, (plain, wide) => (into[plain] = weights[wide]!))
  return into
}

/** Calls back with the place of each weight and bias in both layouts. */
function eachWeight(
  { widths, padded }: Pick<Layout, 'widths' | 'padded'>,
  visit: (plain: number, padded: number) => void,
): void {
  let plain = 0
  let layerStart = 0
  for (let layer = 0; layer + 1 < widths.length; layer++) {
    const outputs = padded[layer + 1]!
    for (let input = 0; input <= widths[layer]!; input++) {
      // The row behind the last input holds the biases; with padding it comes later.
      const row = input < widths[layer]! ? input : padded[layer]!
      for (let output = 0; output < widths[layer + 1]!; output++) visit(plain++, layerStart + row * outputs + output)
    }
    layerStart += (padded[layer]! + 1) * outputs
  }
}
