import { random } from '@clientele/core'
import type { DataSet } from './data-set.js'

/**
 * Points of standard normal numbers in double precision, without any clusters: nothing to find early, little to skip.
 * `initial` holds the first eight of them.
 */
export function normalPoints(rows: number, columns: number): DataSet {
  const name = `normal-points-${rows}x${columns}`
  return {
    name,
    version: 1,
    make: () => {
      const { normal } = random(name)
      const values = Float64Array.from({ length: rows * columns }, normal)
      return {
        points: { values, shape: [rows, columns] },
        initial: { values: values.slice(0, 8 * columns), shape: [8, columns] },
      }
    },
  }
}
