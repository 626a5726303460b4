import { idIndex, type Interactions } from '@clientele/core'
import { readData } from '../../data/data-set.js'

/** The pairs of a data set like `movielens-1m-shape` as interactions, 1 where there is a pair. */
export function pairsOf(folder: string): Interactions<number, number> {
  const data = readData(folder)
  const offsets = data['offsets']!.values as Int32Array
  const indices = data['items']!.values as Int32Array
  const rows = offsets.length - 1
  const columns = indices.reduce((most, item) => Math.max(most, item), 0) + 1
  const numbered = (length: number) => idIndex(Array.from({ length }, (_, i) => i))
  const values = new Float64Array(indices.length).fill(1)
  return { customers: numbered(rows), products: numbered(columns), matrix: { rows, columns, offsets, indices, values } }
}
