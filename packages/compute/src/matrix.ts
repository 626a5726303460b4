import { checkInteger, checkLength, rangeError, typeError } from '@clientele/core'

/** Numbers in single or double precision. */
export type Floats = Float32Array | Float64Array

/** A dense matrix in single or double precision: cell (r, c) is `values[r * columns + c]`. Core's `Dense` is one of f64. */
export interface Matrix<A extends Floats = Floats> {
  readonly rows: number
  readonly columns: number
  readonly values: A
}

/**
 * Throws unless `matrix` is one, with at least one row and column, and every cell finite (the bad cell is named). O(cells).
 */
export function checkMatrix(fn: string, name: string, matrix: Matrix): void {
  const { values } = matrix
  if (!(values instanceof Float64Array || values instanceof Float32Array)) {
    throw typeError(fn, `${name}.values`, 'be a Float32Array or Float64Array', values)
  }
  checkInteger(fn, `${name}.rows`, matrix.rows, { min: 1 })
  checkInteger(fn, `${name}.columns`, matrix.columns, { min: 1 })
  checkLength(fn, `${name}.values`, values, matrix.rows * matrix.columns, 'cell')
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    // A number minus itself is 0 unless it is infinite or NaN: faster than isFinite on millions of cells.
    if (value - value !== 0) {
      const cell = `${name}[${Math.floor(i / matrix.columns)}][${i % matrix.columns}]`
      throw rangeError(fn, cell, 'be finite', value)
    }
  }
}

/** Throws unless both matrices hold numbers of the same precision. */
export function checkSamePrecision(fn: string, name: string, matrix: Matrix, like: Matrix): void {
  if (matrix.values.constructor !== like.values.constructor) {
    throw typeError(fn, `${name}.values`, `be a ${like.values.constructor.name} like the other`, matrix.values)
  }
}
