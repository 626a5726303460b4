import { describe, expect, test } from 'vitest'
import { normals, sameInBothForms } from './forms.js'

const ROWS = 50
const BLOCK = 20
const K = 3

describe.each([1, 2, 5])('%d columns', (columns) => {
  const points = normals('points', ROWS * columns)
  const weights = normals('weights', ROWS).map(Math.abs)
  const stride = columns + 2

  /** Sums of blocks, straight from the definition. */
  function expected(labels: Int32Array, weighted: number): Float64Array {
    const sums = new Float64Array(3 * K * stride)
    labels.forEach((label, row) => {
      const into = (Math.floor(row / BLOCK) * K + label) * stride
      const weight = weighted === 1 ? weights[row]! : 1
      for (let c = 0; c < columns; c++) sums[into + c]! += weight * points[row * columns + c]!
      sums[into + columns]! += weight
      sums[into + columns + 1]! += 1
    })
    return sums
  }

  test.each([
    ['with weights', 1],
    ['without weights', 0],
  ])('sums are formed from the labels, %s', (_, weighted) => {
    const labels = Int32Array.from({ length: ROWS }, (_, row) => (row * 5) % K)
    const result = sameInBothForms('sumRows', ROWS, BLOCK, (scope) => [
      scope.copy(points),
      columns,
      scope.copy(weights),
      weighted,
      scope.copy(labels),
      K,
      scope.copy(new Float64Array(3 * K * stride).fill(7)),
      BLOCK,
    ])
    const sums = result[6] as Float64Array
    expected(labels, weighted).forEach((sum, i) => expect(sums[i]).toBeCloseTo(sum, 12))
  })
})
