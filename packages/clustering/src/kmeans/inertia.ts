import { compensatedSum, type Steps } from '@clientele/core'
import type { LloydMemory } from './lloyd-memory.js'
import { overRows } from '../over-rows.js'

/** Sum of weight × squared distance to the center, with compensation: the same for any order of the points, to the last bits. */
export function* inertiaOf(memory: LloydMemory): Steps<number> {
  const { distances, weights, weighted } = memory
  yield* ownDistances(memory)
  const terms = distances.view()
  if (weighted === 1) {
    const each = weights.view()
    for (let row = 0; row < terms.length; row++) terms[row]! *= each[row]!
  }
  return compensatedSum(terms)
}

/** Notes the squared distance of each row to the center of its cluster. */
export function* ownDistances(memory: LloydMemory): Steps<void> {
  const { rows, columns, points, centers, labels, distances } = memory
  const args = [points, columns, centers, labels, distances]
  yield* overRows(memory, 'ownDistances', args, { rows, blockRows: 2 ** 15, perRow: columns })
}
