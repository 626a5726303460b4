import { random } from '@clientele/core'
import type { DataSet } from './data-set.js'

/** Points around eight centres that overlap, and the number of the centre that each belongs to. */
export function labelledPoints(rows: number, columns: number): DataSet {
  const name = `labelled-points-${rows}x${columns}`
  return {
    name,
    version: 1,
    make: () => {
      const { normal, integer } = random(name)
      const centres = Array.from({ length: 8 }, () => Array.from({ length: columns }, () => 2 * normal()))
      const labels = Int32Array.from({ length: rows }, () => integer(8))
      const values = new Float64Array(rows * columns)
      for (let i = 0; i < values.length; i++) {
        values[i] = centres[labels[Math.floor(i / columns)]!]![i % columns]! + normal()
      }
      return { points: { values, shape: [rows, columns] }, labels: { values: labels, shape: [rows] } }
    },
  }
}
