import { random } from '@clientele/core'
import type { DataSet } from './data-set.js'

/** Columns shaped like recency, money, money with refunds, a balance, and counts: all but the fourth skewed. */
export function skewedColumns(rows: number): DataSet {
  const name = `skewed-columns-${rows}x5`
  return {
    name,
    version: 1,
    make: () => {
      const { normal, next } = random(name)
      const row = () => [
        1 + Math.floor(740 * next()),
        Math.exp(3.5 + 1.2 * normal()),
        Math.exp(6.5 + 1.3 * normal()) - 20,
        3 * normal(),
        -20 * (Math.log1p(-next()) + Math.log1p(-next())),
      ]
      const values = new Float64Array(5 * rows)
      for (let at = 0; at < values.length; at += 5) values.set(row(), at)
      return { points: { values, shape: [rows, 5] } }
    },
  }
}
