import { checkInteger, checkLength, checkNumber, rangeError, typeError } from './checks.js'

/** A dense matrix: cell (r, c) is `values[r * columns + c]`. */
export interface Dense {
  /** Number of rows. */
  readonly rows: number
  /** Number of columns. */
  readonly columns: number
  /** The cells, row after row: `rows * columns` finite numbers. */
  readonly values: Float64Array
}

/** What a caller may hand over where a matrix is needed: rows of numbers, or a {@link Dense}. */
export type DenseInput = Dense | readonly ArrayLike<number>[]

/**
 * A dense matrix from rows of numbers; a {@link Dense} passes through, not copied, after its shape and cells are checked.
 *
 * O(cells) time and memory.
 * @param fn the calling function, named in errors
 * @param name the argument, named in errors
 * @throws TypeError when the input is not rows of numbers; RangeError when rows differ in length, the shape does not fit
 *   the number of cells, or a cell is not finite ("kmeans: points[17][2] must be finite, got NaN")
 * @example dense([[1, 2], [3, 4]]).values // Float64Array [1, 2, 3, 4]
 */
export function dense(input: DenseInput, fn = 'dense', name = 'points'): Dense {
  if (Array.isArray(input)) return denseFromRows(input as readonly ArrayLike<number>[], fn, name)
  return checkDense(input as Dense, fn, name)
}

/**
 * Throws unless a {@link Dense} has as many cells as its shape says; the cells themselves are not looked at.
 *
 * For callers that look at the cells where they lie afterwards, such as in the memory of kernels. O(1).
 * @throws as {@link dense} does
 * @example checkDenseShape('kmeans', 'points', points)
 */
export function checkDenseShape(fn: string, name: string, input: Dense): void {
  const { rows, columns, values } = (input ?? {}) as Partial<Dense>
  if (!(values instanceof Float64Array)) throw typeError(fn, name, 'be rows of numbers or a Dense matrix', input)
  checkInteger(fn, `${name}.rows`, rows, { min: 0 })
  checkInteger(fn, `${name}.columns`, columns, { min: 0 })
  checkLength(fn, `${name}.values`, values, rows * columns, 'cell')
}

function checkDense(input: Dense, fn: string, name: string): Dense {
  checkDenseShape(fn, name, input)
  const { columns, values } = input
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) checkNumber(fn, cellName(name, Math.floor(i / columns), i % columns), values[i])
  }
  return input
}

function denseFromRows(rows: readonly ArrayLike<number>[], fn: string, name: string): Dense {
  const columns = rows[0]?.length ?? 0
  const values = new Float64Array(rows.length * columns)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    if (typeof row !== 'object' || row === null) throw typeError(fn, `${name}[${r}]`, 'be a row of numbers', row)
    if (row.length !== columns) {
      throw rangeError(fn, `${name}[${r}].length`, `be ${columns}, as in the first row`, row.length)
    }
    for (let c = 0; c < columns; c++) {
      if (!Number.isFinite(row[c])) checkNumber(fn, cellName(name, r, c), row[c])
      values[r * columns + c] = row[c]!
    }
  }
  return { rows: rows.length, columns, values }
}

function cellName(name: string, row: number, column: number): string {
  return `${name}[${row}][${column}]`
}
