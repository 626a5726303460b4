import { parameterCount, type Network } from '../../../src/kernels/autoencoder/network.js'
import { normals } from '../forms.js'

/** A network of so many numbers on each level, with seeded parameters of about the size that training starts from. */
export function networkOf(widths: readonly number[], curved: readonly number[]): Network {
  const layers = curved.length
  const parameters = normals('parameters', parameterCount(widths, layers)).map((value) => value / 2)
  return { layers, widths: Int32Array.from(widths), curved: Int32Array.from(curved), parameters }
}

/** Networks of several depths and widths, in which some levels curve. */
export const networks = [
  networkOf([4, 4], [0]),
  networkOf([4, 4], [1]),
  networkOf([8, 4, 8], [0, 0]),
  networkOf([8, 16, 4, 16, 8], [1, 0, 1, 0]),
  networkOf([4, 12, 8, 4, 8, 12, 4], [1, 1, 0, 1, 1, 0]),
]
