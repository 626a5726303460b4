import { describe, expect, test } from 'vitest'
import { rowList } from '../../src/kmeans/lloyd-memory.js'
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
    ['all anew', 0, 1, 1],
    ['all, since many moved', 1, 0, 1],
    ['those of the few that moved', 20, 0, 1],
    ['without weights', 20, 0, 0],
  ])('%s', (_, every, anew, weighted) => {
    const before = Int32Array.from({ length: ROWS }, (_, row) => row % K)
    const labels = before.map((label, row) => (every > 0 && row % every === 0 ? (label + 1) % K : label))
    const result = sameInBothForms('addMoves', ROWS, BLOCK, (scope) => [
      scope.copy(points),
      columns,
      scope.copy(weights),
      weighted,
      K,
      scope.copy(labels),
      scope.copy(before),
      anew,
      scope.copy(expected(before, weighted)),
      scope.room('i32', 3),
      BLOCK,
      rowList(BLOCK),
    ])
    expect(result[6]).toEqual(labels)
    const sums = result[8] as Float64Array
    expected(labels, weighted).forEach((sum, i) => expect(sums[i]).toBeCloseTo(sum, 12))
    const moved = [0, 1, 2].map(
      (block) => labels.filter((label, row) => Math.floor(row / BLOCK) === block && label !== before[row]).length,
    )
    expect(Array.from(result[9] as Int32Array)).toEqual(moved)
  })
})
