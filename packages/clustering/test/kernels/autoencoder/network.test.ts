import { describe, expect, test } from 'vitest'
import {
  addProduct,
  backward,
  forward,
  parameterCount,
  workLength,
  type Network,
} from '../../../src/kernels/autoencoder/network.js'
import { normals } from '../forms.js'
import { networks } from './networks.js'

test('a product is added to what is there, rows of the left side as its steps say', () => {
  const into = new Float64Array(16).fill(100)
  const b = Float64Array.of(1, 2, 3, 4, 10, 20, 30, 40)
  // left, 4 × 2, stored by columns
  addProduct(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), 1, 4, b, 2, 4, 4, into)
  expect(Array.from(into.subarray(0, 4))).toEqual([151, 202, 253, 304])
  expect(Array.from(into.subarray(12, 16))).toEqual([184, 268, 352, 436])
})

test('parameters are weights and a bias per output', () => {
  expect(parameterCount([8, 4, 8], 2)).toBe(9 * 4 + 5 * 8)
  expect(parameterCount([8, 4, 8], 1)).toBe(9 * 4)
})

/** The outputs of a network for one row, straight from the definition. */
function outputsOf({ layers, widths, curved, parameters }: Network, row: readonly number[]): number[] {
  let values = row
  let at = 0
  for (let layer = 0; layer < layers; layer++) {
    const outputs = widths[layer + 1]!
    const weights = at
    at += values.length * outputs
    values = Array.from({ length: outputs }, (_, output) => {
      const sum = values.reduce(
        (total, value, input) => total + value * parameters[weights + input * outputs + output]!,
        parameters[at + output]!,
      )
      return curved[layer] === 1 ? Math.tanh(sum) : sum
    })
    at += outputs
  }
  return [...values]
}

/** Half the sum of squares of the last level, whose slopes are its values. */
function lossOf(network: Network, points: Float64Array, rows: number): number {
  const width = network.widths[0]!
  let loss = 0
  for (let row = 0; row < rows; row++) {
    for (const value of outputsOf(network, Array.from(points.subarray(row * width, (row + 1) * width)))) {
      loss += value * value
    }
  }
  return loss / 2
}

describe.each(networks.map((network) => ({ network, widths: Array.from(network.widths).join(' → ') })))(
  '$widths',
  ({ network }) => {
    const { layers, widths, parameters } = network
    const rows = 4
    const points = normals('points', rows * widths[0]!)
    const last = widths.subarray(0, layers).reduce((sum, width) => sum + rows * width, 0)

    function passed(): Float64Array {
      const work = new Float64Array(workLength(widths, rows))
      work.set(points)
      forward(network, work, rows)
      return work
    }

    test('forward gives what the definition gives', () => {
      const work = passed()
      for (let row = 0; row < rows; row++) {
        const width = widths[layers]!
        const expected = outputsOf(network, Array.from(points.subarray(row * widths[0]!, (row + 1) * widths[0]!)))
        expected.forEach((value, i) => expect(work[last + row * width + i]).toBeCloseTo(value, 12))
      }
    })

    test('the gradient is that of finite differences, for every parameter', () => {
      const work = passed()
      const cells = rows * widths[layers]!
      work.copyWithin(last + cells, last, last + cells)
      const gradient = new Float64Array(parameters.length)
      backward(network, work, rows, gradient)
      const step = 1e-5
      parameters.forEach((value, i) => {
        const moved = (by: number) => {
          const changed = parameters.slice()
          changed[i] = value + by
          return lossOf({ ...network, parameters: changed }, points, rows)
        }
        const slope = (moved(step) - moved(-step)) / (2 * step)
        expect(Math.abs(gradient[i]! - slope)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(slope)))
      })
    })

    test('a gradient is added to what is there', () => {
      const once = new Float64Array(parameters.length)
      const twice = new Float64Array(parameters.length)
      for (const gradient of [once, twice, twice]) {
        const work = passed()
        const cells = rows * widths[layers]!
        work.copyWithin(last + cells, last, last + cells)
        backward(network, work, rows, gradient)
      }
      twice.forEach((slope, i) => expect(slope).toBeCloseTo(2 * once[i]!, 10))
    })
  },
)
