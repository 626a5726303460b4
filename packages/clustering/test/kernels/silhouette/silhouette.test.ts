import type { Scope } from '@clientele/compute'
import { describe, expect, test } from 'vitest'
import { groupedPoints } from '../../../src/indices/grouped-points.js'
import { labelledRows } from '../../../src/indices/labelled-rows.js'
import { blobs } from '../../indices/labelled.js'
import { sameInBothForms } from '../forms.js'
import { silhouetteKernels } from '../../../src/kernels/silhouette/library.js'

/** Edges of the four rows that go together, of pieces of 512 points, and of clusters with an odd number of points. */
describe.each([
  [3, 1, 2],
  [50, 3, 3],
  [61, 2, 10],
  [1030, 4, 2],
  [1200, 1, 5],
])('%i rows, %i columns, %i clusters', (rows, columns, k) => {
  const { points, labels } = blobs(rows, rows, columns, k)
  const grouped = groupedPoints(labelledRows('f', points, labels, undefined))

  test.each(['silhouette', 'silhouetteManhattan'])('%s leaves the same bytes in both forms', (kernel) => {
    const blockRows = 22
    const args = (scope: Scope) => [
      scope.copy(grouped.rows),
      scope.copy(grouped.owners),
      columns,
      scope.copy(grouped.points),
      scope.copy(grouped.weights),
      scope.copy(grouped.starts),
      scope.copy(grouped.sizes),
      k,
      scope.room('f64', rows),
      scope.room('i32', rows),
      { scratch: 'f64' as const, length: 4 * blockRows },
    ]
    const result = sameInBothForms(kernel, rows, blockRows, args, silhouetteKernels)
    const values = result[8] as Float64Array
    expect(values.every((value) => value >= -1 && value <= 1)).toBe(true)
    expect(values.some((value) => value !== 0)).toBe(true)
  })
})
