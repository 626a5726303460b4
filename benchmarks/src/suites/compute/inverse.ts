import { inversePositiveDefiniteAsync, multiplyAsync, type Matrix } from '@clientele/compute'
import { readData, type ShapedArray } from '../../data/data-set.js'
import type { Work } from '../../suite.js'
import { sampleOf } from './sample-of.js'

type F64 = Matrix<Float64Array>

/** What is added to the diagonal; the peer adds the same. */
const REGULARIZATION = 500

const LARGEST_RESIDUAL = 1e-6

/**
 * The inverse that EASE needs: of the item–item matrix of common users with a regularized diagonal, on two workers.
 * @see Steck (2019), "Embarrassingly Shallow Autoencoders for Sparse Data", WWW
 */
export const inverse: Work = (folders) => {
  const matrix = commonUsers(readData(folders['movielens-1m-shape']!))
  return {
    run: () => inversePositiveDefiniteAsync(matrix, { workers: 2 }),
    async answer(result: F64) {
      const residual = await residualOf(matrix, result)
      if (!(residual <= LARGEST_RESIDUAL))
        throw new Error(`residual must be at most ${LARGEST_RESIDUAL}, got ${residual}`)
      return { numbers: sampleOf(result.values), note: `relative residual ${residual.toExponential(1)}` }
    },
  }
}

/** How many users two items share, for all pairs of items; the diagonal regularized. */
export function commonUsers({ offsets, items }: Record<string, ShapedArray>): F64 {
  const starts = offsets!.values
  const list = items!.values as Int32Array
  const n = list.reduce((most, item) => Math.max(most, item), 0) + 1
  const values = new Float64Array(n * n)
  for (let user = 0; user + 1 < starts.length; user++) {
    for (let i = starts[user]!; i < starts[user + 1]!; i++) {
      const row = list[i]! * n
      for (let j = starts[user]!; j < starts[user + 1]!; j++) values[row + list[j]!]!++
    }
  }
  for (let item = 0; item < n; item++) values[item * n + item]! += REGULARIZATION
  return { rows: n, columns: n, values }
}

/** ‖matrix · inverse − 1‖ ÷ ‖1‖, in the Frobenius norm. */
export async function residualOf(matrix: F64, inverse: F64): Promise<number> {
  const n = matrix.rows
  const { values } = await multiplyAsync(matrix, inverse, { workers: 2 })
  for (let i = 0; i < n; i++) values[i * n + i]! -= 1
  return Math.sqrt(values.reduce((sum, cell) => sum + cell * cell, 0) / n)
}
