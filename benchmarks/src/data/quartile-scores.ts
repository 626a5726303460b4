import type { DataSet } from './data-set.js'

/**
 * How many customers of Online Retail II (UCI, D. Chen, CC BY 4.0) have each combination of three quartile scores, the last
 * score counting fastest.
 */
const CUSTOMERS = [
  567, 115, 26, 11, 153, 241, 50, 9, 27, 72, 119, 17, 0, 8, 29, 23, 287, 91, 25, 12, 78, 234, 95, 10, 17, 103, 241, 66,
  0, 15, 61, 129, 158, 57, 22, 7, 46, 185, 89, 20, 12, 73, 248, 94, 0, 17, 94, 338, 91, 43, 13, 5, 25, 119, 49, 19, 9,
  75, 194, 90, 0, 21, 114, 620,
]

/** The recency, frequency and monetary scores, 1 to 4, of the 5,878 customers of Online Retail II. */
export const quartileScores: DataSet = {
  name: 'quartile-scores',
  version: 1,
  make: () => {
    const rows = CUSTOMERS.flatMap((count, i) =>
      Array.from({ length: count }, () => [1 + (i >> 4), 1 + ((i >> 2) & 3), 1 + (i & 3)]),
    )
    return { points: { values: Float64Array.from(rows.flat()), shape: [rows.length, 3] } }
  },
}
