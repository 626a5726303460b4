import { typeError } from './checks.js'

/** Where a field of a row comes from: the name of a property, or a function of the row. */
export type Field<R, V> = (keyof R & string) | ((row: R) => V)

/** A fact of a product as a row holds it. */
export type Fact = string | number | null | undefined

/**
 * Rows as a list. O(1) for an array, otherwise O(rows).
 * @param fn the calling function, named in errors
 * @throws TypeError when they are no iterable
 */
export function rowList<R>(fn: string, rows: Iterable<R>): readonly R[] {
  if (Array.isArray(rows)) return rows as R[]
  const isIterable = typeof (rows as Partial<Iterable<R>> | null | undefined)?.[Symbol.iterator] === 'function'
  if (!isIterable) throw typeError(fn, 'rows', 'be an array or another iterable', rows)
  return Array.from(rows)
}

/**
 * What reads one field of any row.
 * @param argument what the caller calls the field
 * @returns a function of a row and its number; a row that is no object is an error
 * @throws TypeError when the field is neither a name nor a function
 */
export function fieldReader<R, V>(fn: string, argument: string, field: Field<R, V>): (row: R, i: number) => V {
  if (typeof field === 'function') return (row) => field(row)
  if (typeof field !== 'string') throw typeError(fn, argument, 'be a field name or a function of the row', field)
  return (row, i) => {
    if (row === null || row === undefined) throw typeError(fn, `rows[${i}]`, 'be an object', row)
    return row[field] as V
  }
}

/**
 * {@link fieldReader} of a fact: `null`, `undefined` and NaN are none.
 * @param name what the fact is called
 */
export function factReader<R>(
  fn: string,
  argument: string,
  name: string,
  field: Field<R, Fact>,
): (row: R, i: number) => string | number | undefined {
  const read = fieldReader(fn, argument, field)
  return (row, i) => {
    const value = read(row, i)
    if (value === undefined || value === null || Number.isNaN(value)) return undefined
    if (typeof value === 'string' || typeof value === 'number') return value
    throw typeError(fn, `rows[${i}].${name}`, 'be a string or a number', value)
  }
}
