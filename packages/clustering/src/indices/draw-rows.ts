import type { Random } from '@clientele/core'
import { drawDistinct } from './draw-distinct.js'

/**
 * Draws `count` rows without replacement, ascending; a row may be drawn as often as its weight. O(rows + count log count).
 * @param weightOf row → how many rows it stands for, an integer of at least 0
 * @param total all weights
 */
export function drawRows(weightOf: (row: number) => number, total: number, count: number, random: Random): Int32Array {
  const units = drawDistinct(total, count, random)
  const rows = new Int32Array(count)
  for (let row = 0, next = 0, end = 0; next < count; row++) {
    end += weightOf(row)
    while (next < count && units[next]! < end) rows[next++] = row
  }
  return rows
}
