import { checkLength, rangeError, typeError } from './checks.js'

/** A dense matrix: cell (r, c) is `values[r * columns + c]`. */
export interface Dense {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/** What a caller may hand over where a matrix is needed: rows of numbers, or a {@link Dense}. */
export type DenseInput = Dense | readonly ArrayLike<number>[]

/**
 * A dense matrix from rows of numbers; a {@link Dense} passes through after its shape is checked.
 *
 * O(cells) time and memory.
 * @param fn the calling function, named in errors
 * @param name the argument, named in errors
 * @throws RangeError when rows differ in length, or a cell is not finite (the cell is named)
 * @example dense([[1, 2], [3, 4]]).values // Float64Array [1, 2, 3, 4]
 */
export function dense(input: DenseInput, fn = 'dense', name = 'points'): Dense {
  const matrix = isDense(input) ? input : denseFromRows(input, fn, name)
  checkLength(fn, `${name}.values`, matrix.values, matrix.rows * matrix.columns, 'cell')
  const { values, columns } = matrix
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) {
      throw rangeError(fn, `${name}[${Math.floor(i / columns)}][${i % columns}]`, 'be finite', values[i])
    }
  }
  return matrix
}

function isDense(input: DenseInput): input is Dense {
  return !Array.isArray(input) && (input as Dense).values instanceof Float64Array
}

function denseFromRows(input: DenseInput, fn: string, name: string): Dense {
  if (!Array.isArray(input)) throw typeError(fn, name, 'be rows of numbers or a Dense matrix', input)
  const rows = input as readonly ArrayLike<number>[]
  const columns = rows[0]?.length ?? 0
  const values = new Float64Array(rows.length * columns)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    if (row.length !== columns) {
      throw rangeError(fn, `${name}[${r}].length`, `be ${columns}, as in the first row`, row.length)
    }
    for (let c = 0; c < columns; c++) {
      const value: unknown = row[c]
      if (typeof value !== 'number') throw typeError(fn, `${name}[${r}][${c}]`, 'be a number', value)
      values[r * columns + c] = value
    }
  }
  return { rows: rows.length, columns, values }
}
