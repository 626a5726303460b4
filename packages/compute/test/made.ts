import { csrFromTriplets, random, type Csr } from '@clientele/core'
import { gram, type Floats, type Matrix } from '@clientele/compute'

type Kind<A extends Floats> = new (length: number) => A

/** A matrix of numbers about 0, the same for the same shape everywhere. */
export function matrix(rows: number, columns: number): Matrix<Float64Array>
export function matrix<A extends Floats>(rows: number, columns: number, kind: Kind<A>): Matrix<A>
export function matrix(rows: number, columns: number, kind: Kind<Floats> = Float64Array): Matrix {
  const { next } = random(`${rows} × ${columns}`)
  const values = new kind(rows * columns)
  for (let i = 0; i < values.length; i++) values[i] = 4 * next() - 2
  return { rows, columns, values }
}

/** A symmetric positive definite matrix. */
export function positiveDefinite(n: number): Matrix<Float64Array> {
  const made = gram(matrix(n + 3, n))
  for (let i = 0; i < n; i++) made.values[i * n + i]! += 1
  return made
}

/** A sparse matrix: most rows have few cells, row 0 has all columns, some rows have none. */
export function sparse(rows: number, columns: number): Csr {
  const { next } = random(`sparse ${rows} × ${columns}`)
  const triplets = { row: [] as number[], column: [] as number[], value: [] as number[] }
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (r > 0 && next() > 0.15) continue
      triplets.row.push(r)
      triplets.column.push(c)
      triplets.value.push(2 * next() - 1)
    }
  }
  return csrFromTriplets(triplets.row, triplets.column, triplets.value, rows, columns)
}

/** Scores with many ties, and columns that may not be chosen. */
export function scores(rows: number, columns: number): Matrix<Float32Array> {
  const { integer } = random(`scores ${rows} × ${columns}`)
  const values = Float32Array.from({ length: rows * columns }, () => {
    const value = integer(12)
    return value === 0 ? -Infinity : value / 4
  })
  return { rows, columns, values }
}
