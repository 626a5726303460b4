import { describe, expect, test } from 'vitest'
import { normals, sameInBothForms } from './forms.js'

const ROWS = 45
const BLOCK = 20

describe.each([
  [1, 0],
  [2, 1],
  [5, 1],
])('%d columns, weighted %d', (columns, weighted) => {
  const points = normals('points', ROWS * columns)
  const centers = normals('centers', 4 * columns)
  const weights = normals('weights', ROWS).map(Math.abs)
  const before = normals('before', ROWS).map((value) => value * value)

  /** Squared distances to the nearest of what was picked and a further center. */
  function lowered(center: number): number[] {
    return Array.from(before, (distance, row) => {
      let sum = 0
      for (let c = 0; c < columns; c++) sum += (points[row * columns + c]! - centers[center * columns + c]!) ** 2
      return Math.min(distance, sum)
    })
  }

  /** Weighted sums of blocks. */
  function blockSums(distances: readonly number[]): number[] {
    const sums = [0, 0, 0]
    distances.forEach((distance, row) => (sums[Math.floor(row / BLOCK)]! += distance * (weighted ? weights[row]! : 1)))
    return sums
  }

  test('what would be left with each candidate', () => {
    const pairs = new Float64Array(4 * columns)
    for (let center = 0; center < 4; center++) {
      for (let c = 0; c < columns; c++) {
        pairs[((center >> 1) * columns + c) * 2 + (center & 1)] = centers[center * columns + c]!
      }
    }
    const into = sameInBothForms('potentials', ROWS, BLOCK, (scope) => [
      scope.copy(points),
      columns,
      scope.copy(weights),
      weighted,
      scope.copy(pairs),
      2,
      scope.copy(before),
      scope.room('f64', 12),
      BLOCK,
    ])[7] as Float64Array
    const expected = [0, 1, 2, 3].map((center) => blockSums(lowered(center)))
    into.forEach((left, i) => expect(left).toBeCloseTo(expected[i % 4]![i >> 2]!, 10))
  })

  test('distances fall to those of a further center', () => {
    const result = sameInBothForms('lowerDistances', ROWS, BLOCK, (scope) => [
      scope.copy(points),
      columns,
      scope.copy(weights),
      weighted,
      scope.copy(centers.slice(0, columns)),
      scope.copy(before),
      scope.room('f64', 3),
      BLOCK,
    ])
    ;(result[5] as Float64Array).forEach((distance, row) => expect(distance).toBeCloseTo(lowered(0)[row]!, 12))
    ;(result[6] as Float64Array).forEach((sum, block) => expect(sum).toBeCloseTo(blockSums(lowered(0))[block]!, 10))
  })
})
