import { random, transpose, type Csr } from '@clientele/core'
import { expect, test } from 'vitest'
import { KIND } from '../../src/kernels/similarity.js'
import { comparedRows } from '../../src/neighbours/compared-rows.js'
import { similarRows } from '../../src/neighbours/similar-rows.js'
import { inBothForms } from '../engines.js'

/** Rows with some cells each, the first ones with many. */
function made(rows: number, columns: number, perRow: number, valueOf: (random: number) => number): Csr {
  const stream = random(`made ${rows}`)
  const offsets = new Int32Array(rows + 1)
  const indices: number[] = []
  for (let row = 0; row < rows; row++) {
    const wanted = row < 3 ? columns / 3 : perRow
    for (let column = 0; column < columns; column++) {
      if (stream.integer(columns) < wanted) indices.push(column)
    }
    offsets[row + 1] = indices.length
  }
  const values = Float64Array.from(indices, () => valueOf(stream.integer(5)))
  return { rows, columns, offsets, indices: Int32Array.from(indices), values }
}

test('many rows that meet few others give the bits of the twin, whatever is measured and kept', () => {
  // 700 columns to be compared are eleven groups of marks; most meet few others, some meet all
  const rated = made(400, 700, 4, (random) => random - 1)
  const owned = made(400, 700, 4, () => 1)
  for (const kind of Object.values(KIND)) {
    for (const [neighbors, shrinkage, minSupport] of [
      [1, 0, 1],
      [7, 2, 1],
      [1000, 0, 2],
    ] as const) {
      const matrix = kind === KIND.jaccard || kind === KIND.logLikelihood ? owned : rated
      const size = kind === KIND.cosine ? 'squares' : 'cells'
      const limits = { neighbors, shrinkage, minSupport }
      const compared = comparedRows(transpose(matrix), { kind, size }, limits)
      const found = inBothForms((engine) => similarRows(engine, 'test', compared))
      expect(found.indices.length).toBeGreaterThan(100)
    }
  }
})
