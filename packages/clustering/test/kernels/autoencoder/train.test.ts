import { describe, expect, test } from 'vitest'
import { autoencoderKernels } from '../../../src/kernels/autoencoder/library.js'
import { parameterCount, workLength } from '../../../src/kernels/autoencoder/network.js'
import { addGradient, passRows, PASS_ROWS, trainRows } from '../../../src/kernels/autoencoder/train.js'
import { normals, sameInBothForms } from '../forms.js'
import { networkOf, networks } from './networks.js'

const named = networks.map((network) => ({ network, widths: Array.from(network.widths).join(' → ') }))
const closed = named.filter(({ network: { widths, layers } }) => widths[0] === widths[layers])

describe.each(named)('rows passed through $widths', ({ network: { layers, widths, curved, parameters } }) => {
  test.each([1, 4, 63, 64, 65, 130])('%d rows: the same bits compiled and as a twin, in any blocks', (rows) => {
    const points = normals('points', rows * widths[0]!)
    const outputs = [rows, 7].map(
      (blockRows) =>
        sameInBothForms(
          'passRows',
          rows,
          blockRows,
          (scope) => [
            scope.copy(points),
            layers,
            scope.copy(widths),
            scope.copy(curved),
            scope.copy(parameters),
            scope.zeros('f64', rows * widths[layers]!),
            { scratch: 'f64', length: workLength(widths, PASS_ROWS) },
          ],
          autoencoderKernels,
        )[5],
    )
    expect(outputs[0]).toEqual(outputs[1])
  })
})

describe.each(closed)('training of $widths', ({ network: { layers, widths, curved, parameters } }) => {
  test.each([
    [1, 1],
    [7, 3],
    [50, 16],
    [64, 64],
  ])('%d rows in batches of %d: the same bits compiled and as a twin', (rows, batchSize) => {
    const points = normals('points', rows * widths[0]!)
    const order = Int32Array.from({ length: rows }, (_, i) => rows - 1 - i)
    const args = sameInBothForms(
      'trainRows',
      rows,
      rows,
      (scope) => [
        scope.copy(points),
        widths[0]!,
        scope.copy(order),
        layers,
        scope.copy(widths),
        scope.copy(curved),
        scope.copy(parameters),
        scope.zeros('f64', parameters.length),
        scope.zeros('f64', parameters.length),
        scope.zeros('f64', parameters.length),
        scope.copy(Float64Array.of(1, 1, 0)),
        batchSize,
        0.01,
        { scratch: 'f64', length: workLength(widths, (batchSize + 3) & ~3) },
      ],
      autoencoderKernels,
    )
    expect(args[6]).not.toEqual(parameters)
  })
})

test('the gradient of a batch is that of its mean squared error over the columns that count', () => {
  const network = networkOf([4, 8, 4], [1, 0])
  const points = normals('points', 6 * 4).map((value, i) => (i % 4 === 3 ? 0 : value))
  // Column 3 is padding: no weight leads to or from it.
  network.parameters.forEach((_, i) => {
    if ((i >= 24 && i < 32) || (i >= 40 && (i - 40) % 4 === 3)) network.parameters[i] = 0
  })
  const batch = Int32Array.of(4, 0, 5)
  const work = new Float64Array(workLength([4, 8, 4], 4))
  const gradient = new Float64Array(network.parameters.length)
  const squares = addGradient(network, points, 3, batch, work, gradient)

  const into = new Float64Array(6 * 4)
  const errors = (parameters: Float64Array) => {
    passRows(points, 2, network.widths, network.curved, parameters, into, new Float64Array(4000), 0, 6)
    return Array.from(batch).flatMap((row) => [0, 1, 2].map((c) => (into[row * 4 + c]! - points[row * 4 + c]!) ** 2))
  }
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  expect(squares).toBeCloseTo(sum(errors(network.parameters)), 12)
  for (const i of [0, 9, 33, 40, 41, 70, 72]) {
    const moved = (by: number) => {
      const changed = network.parameters.slice()
      changed[i]! += by
      return sum(errors(changed)) / 9
    }
    expect(gradient[i]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 7)
  }
})

test('the first step of Adam moves each parameter by the learning rate against the sign of its slope', () => {
  const { layers, widths, curved, parameters } = networkOf([4, 4], [0])
  const points = normals('points', 8)
  const batch = Int32Array.of(0, 1)
  const gradient = new Float64Array(parameters.length)
  const work = new Float64Array(workLength(widths, 4))
  addGradient({ layers, widths, curved, parameters }, points, 4, batch, work, gradient)
  const trained = parameters.slice()
  const [first, second] = [new Float64Array(20), new Float64Array(20)]
  const state = Float64Array.of(1, 1, 0)
  const slopes = new Float64Array(20)
  trainRows(points, 4, batch, layers, widths, curved, trained, slopes, first, second, state, 2, 0.01, work, 0, 2)
  trained.forEach((value, i) => expect(parameters[i]! - value).toBeCloseTo(0.01 * Math.sign(gradient[i]!), 6))
  expect(state[0]).toBe(0.9)
  expect(state[1]).toBe(0.999)
})

test('three steps of Adam are those of the formula', () => {
  // One row of one number, y = w · 1 + b per output, all targets 1: slope of w and b alike.
  const widths = Int32Array.of(4, 4)
  const parameters = new Float64Array(parameterCount(widths, 1))
  const points = Float64Array.of(1, 0, 0, 0)
  const moments = [new Float64Array(20), new Float64Array(20), new Float64Array(20)] as const
  const state = Float64Array.of(1, 1, 0)
  const work = new Float64Array(workLength(widths, 4))
  const order = Int32Array.of(0, 0, 0)
  trainRows(points, 1, order, 1, widths, Int32Array.of(0), parameters, ...moments, state, 1, 0.1, work, 0, 3)
  let w = 0
  let m = 0
  let v = 0
  let squares = 0
  for (let t = 1; t <= 3; t++) {
    const error = 2 * w - 1 // weight and bias are equal throughout
    squares += error ** 2
    m = 0.9 * m + 0.1 * (2 * error)
    v = 0.999 * v + 0.001 * (2 * error) ** 2
    w -= (0.1 * (m / (1 - 0.9 ** t))) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8)
  }
  expect(parameters[0]).toBeCloseTo(w, 12)
  expect(parameters[16]).toBeCloseTo(w, 12)
  expect(state[2]).toBeCloseTo(squares, 12)
  expect(parameters.filter((value) => value !== 0).length).toBe(2)
})
