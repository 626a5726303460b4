import { Engine } from '@clientele/compute'
import { csrFromTriplets, run, type Csr } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { easeWeights } from '../../src/models/ease-weights.js'
import { dirtyEngine } from '../engines.js'

const matrices = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(4), fc.integer({ min: -2, max: 3 })), {
    minLength: 1,
    maxLength: 20,
    selector: ([row, column]) => row * 5 + column,
  })
  .map((cells) =>
    csrFromTriplets(
      cells.map(([row]) => row),
      cells.map(([, column]) => column),
      cells.map(([, , value]) => value),
      6,
      5,
    ),
  )

function denseOf({ rows, columns, offsets, indices, values }: Csr): number[][] {
  const dense = Array.from({ length: rows }, () => new Array<number>(columns).fill(0))
  for (let row = 0; row < rows; row++) {
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) dense[row]![indices[cell]!] = values[cell]!
  }
  return dense
}

test('each product is the ridge regression on the others: no weight can be changed for the better', () => {
  fc.assert(
    fc.property(matrices, fc.constantFrom(0.5, 2, 300), (matrix, regularization) => {
      const weights = run(easeWeights(new Engine(), matrix, regularization))
      const histories = denseOf(matrix)
      for (let target = 0; target < 5; target++) {
        expect(weights[target * 6]).toBe(0)
        const weightOf = (item: number) => weights[item * 5 + target]!
        const missing = histories.map((row) =>
          row.reduce((left, value, item) => left - value * weightOf(item), row[target]!),
        )
        for (let item = 0; item < 5; item++) {
          if (item === target) continue
          // the derivative of the squared error and the penalty by this weight
          const slope = histories.reduce((sum, row, r) => sum - row[item]! * missing[r]!, 0)
          expect(slope + regularization * weightOf(item)).toBeCloseTo(0, 9)
        }
      }
    }),
  )
})

test('compiled kernels and twins give the same bits, and memory is given back', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const engines = (['wasm', 'twin'] as const).map(dirtyEngine)
      const [compiled, twin] = engines.map((engine) => Buffer.from(run(easeWeights(engine, matrix, 3)).buffer))
      expect(compiled!.equals(twin!)).toBe(true)
      expect(engines.map(({ arena }) => arena.used)).toEqual([0, 0])
    }),
    { numRuns: 20 },
  )
})
