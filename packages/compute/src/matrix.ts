import { checkInteger, checkLength, rangeError, typeError } from '@clientele/core'

/** Numbers in single or double precision. */
export type Floats = Float32Array | Float64Array

/** A dense matrix in single or double precision: cell (r, c) is `values[r * columns + c]`. Core's `Dense` is one of f64. */
export interface Matrix<A extends Floats = Floats> {
  /** Number of rows, at least 1. */
  readonly rows: number
  /** Number of columns, at least 1. */
  readonly columns: number
  /** The cells, row after row: `rows * columns` finite numbers. */
  readonly values: A
}

const ANY = [Float32Array, Float64Array] as const

/**
 * Throws unless `matrix` is one, with at least one row and column. Its cells are left to {@link checkCells}. O(1).
 * @param kinds the arrays that may hold its cells
 */
export function checkShape(fn: string, name: string, matrix: Matrix, kinds: readonly (new () => Floats)[] = ANY): void {
  const { rows, columns, values } = matrix ?? {}
  if (!kinds.some((kind) => values instanceof kind)) {
    throw typeError(fn, `${name}.values`, `be a ${kinds.map((kind) => kind.name).join(' or ')}`, values)
  }
  checkInteger(fn, `${name}.rows`, rows, { min: 1 })
  checkInteger(fn, `${name}.columns`, columns, { min: 1 })
  checkLength(fn, `${name}.values`, values, rows * columns, 'cell')
}

/**
 * Throws unless all of some cells are finite; the first that is not is named.
 * @param cells part of a matrix of so many `columns`, from cell `first` on
 */
export function checkCells(fn: string, name: string, cells: ArrayLike<number>, columns: number, first = 0): void {
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i]!
    // A number minus itself is 0 unless it is infinite or NaN: faster than isFinite on millions of cells.
    if (value - value !== 0) throw rangeError(fn, cellName(name, columns, first + i), 'be finite', value)
  }
}

/** A cell's name in an error, such as "points[17][2]". */
export function cellName(name: string, columns: number, cell: number): string {
  return `${name}[${Math.floor(cell / columns)}][${cell % columns}]`
}

/** Throws unless both matrices hold numbers of the same precision. */
export function checkSamePrecision(fn: string, name: string, matrix: Matrix, like: Matrix): void {
  if (matrix.values.constructor !== like.values.constructor) {
    throw typeError(fn, `${name}.values`, `be a ${like.values.constructor.name} like the other`, matrix.values)
  }
}
