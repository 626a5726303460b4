import { csrFromTriplets } from '@clientele/core'
import { expect, test } from 'vitest'
import { KIND } from '../../src/kernels/similarity.js'
import { comparedRows } from '../../src/neighbours/compared-rows.js'
import { similarToRow } from '../../src/neighbours/similar-to-row.js'

// rows (3, 4, 0), (0, 0, 5), (0, 4, 3)
const matrix = csrFromTriplets([0, 0, 1, 2, 2], [0, 1, 2, 1, 2], [3, 4, 5, 4, 3], 3, 3)
const compared = (neighbors: number) =>
  comparedRows(matrix, { kind: KIND.cosine, size: 'squares' }, { neighbors, shrinkage: 0, minSupport: 1 })

test('finds the rows most like one from outside, ascending', () => {
  const row = { items: Int32Array.of(1), values: Float64Array.of(2) }
  expect(similarToRow(compared(5), row)).toEqual({ items: Int32Array.of(0, 2), values: Float64Array.of(0.8, 0.8) })
  expect(similarToRow(compared(1), row)).toEqual({ items: Int32Array.of(0), values: Float64Array.of(0.8) })
})

test('a row without cells is like none', () => {
  const nothing = { items: new Int32Array(0), values: new Float64Array(0) }
  expect(similarToRow(compared(5), nothing).items).toHaveLength(0)
})
