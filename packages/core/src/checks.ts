/**
 * Argument checks. Every error of the libraries is worded here, in one grammar:
 * `fn: name must <rule>, got <value>`. A wrong value is a `RangeError`, a wrong type a `TypeError`.
 */

/**
 * Text of a value for an error message: short and on one line; strings are quoted, so that hostile content stays inert.
 * @example describeValue('a\nb') // "a\nb" in quotes, the line break escaped
 */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (value === null) return 'null'
  if (typeof value === 'bigint') return `${shorten(String(value))}n`
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (ArrayBuffer.isView(value)) return withArticle(value.constructor.name)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString()
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined) return String(value)
  return withArticle(typeof value)
}

function withArticle(noun: string): string {
  return `${/^[Io]/.test(noun) ? 'an' : 'a'} ${noun}`
}

const LONGEST = 60

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** What JSON leaves as it is, but a terminal obeys or breaks the line at: C1 controls, separators, text direction. */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

function quote(text: string): string {
  return JSON.stringify(shorten(text)).replace(
    UNSAFE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * The error for a value that breaks a rule; throw it.
 * @param fn the function that was called
 * @param name the argument, option or cell that is wrong
 * @param rule what it must do, as in "be at least 2"
 * @param got the value found
 * @example throw rangeError('rfm', 'bins', 'be at least 2', 1) // "rfm: bins must be at least 2, got 1"
 */
export function rangeError(fn: string, name: string, rule: string, got: unknown): RangeError {
  return new RangeError(message(fn, name, rule, got))
}

/**
 * The error for a value of the wrong type; throw it. Arguments as for {@link rangeError}.
 * @example throw typeError('rfm', 'asOf', 'be a date', null) // "rfm: asOf must be a date, got null"
 */
export function typeError(fn: string, name: string, rule: string, got: unknown): TypeError {
  return new TypeError(message(fn, name, rule, got))
}

function message(fn: string, name: string, rule: string, got: unknown): string {
  return `${fn}: ${name} must ${rule}, got ${describeValue(got)}`
}

/** Bounds of a number, both inclusive. */
export interface Bounds {
  /** The least value allowed; none by default. */
  readonly min?: number
  /** The greatest value allowed; none by default. */
  readonly max?: number
}

/**
 * Throws unless `value` is a finite number within `bounds`.
 * @throws TypeError when it is not a number, RangeError when it is not finite or outside the bounds
 * @example checkNumber('kmeans', 'tolerance', tolerance, { min: 0 })
 */
export function checkNumber(fn: string, name: string, value: unknown, bounds: Bounds = {}): asserts value is number {
  if (typeof value !== 'number') throw typeError(fn, name, 'be a number', value)
  if (!Number.isFinite(value)) throw rangeError(fn, name, 'be finite', value)
  checkBounds(fn, name, value, bounds)
}

/**
 * Throws unless `value` is a safe integer within `bounds`.
 * @throws TypeError when it is not a number, RangeError when it is not an integer or outside the bounds
 * @example checkInteger('kmeans', 'k', k, { min: 1, max: points.rows })
 */
export function checkInteger(fn: string, name: string, value: unknown, bounds: Bounds = {}): asserts value is number {
  if (typeof value !== 'number') throw typeError(fn, name, 'be an integer', value)
  if (!Number.isSafeInteger(value)) throw rangeError(fn, name, 'be an integer', value)
  checkBounds(fn, name, value, bounds)
}

function checkBounds(fn: string, name: string, value: number, { min, max }: Bounds): void {
  if (min !== undefined && max !== undefined && (value < min || value > max)) {
    throw rangeError(fn, name, `be between ${min} and ${max}`, value)
  }
  if (min !== undefined && value < min) throw rangeError(fn, name, `be at least ${min}`, value)
  if (max !== undefined && value > max) throw rangeError(fn, name, `be at most ${max}`, value)
}

/**
 * Throws unless `value` is one of `choices`; the message lists them.
 * @throws RangeError
 * @example checkOneOf('fitItemKnn', 'similarity', similarity, ['cosine', 'jaccard'])
 */
export function checkOneOf<T extends string>(
  fn: string,
  name: string,
  value: unknown,
  choices: readonly T[],
): asserts value is T {
  if (!choices.includes(value as T)) {
    throw rangeError(fn, name, `be one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`, value)
  }
}

/**
 * Throws unless `value` is an array, a typed array or anything else with a length and elements; texts are none.
 * @throws TypeError
 * @example checkList('kmeans', 'points', points) // "kmeans: points must be an array, got undefined"
 */
export function checkList(fn: string, name: string, value: unknown): asserts value is ArrayLike<unknown> {
  const { length } = typeof value === 'object' && value !== null ? (value as { length?: unknown }) : {}
  if (typeof length !== 'number') throw typeError(fn, name, 'be an array', value)
}

/**
 * Throws unless every element of `values` is a finite number; names the first that is not. O(n).
 * @throws TypeError when it is no array or an element is not a number, RangeError when one is not finite
 * @example checkAllFinite('elbow', 'inertias', inertias) // "elbow: inertias[3] must be finite, got NaN"
 */
export function checkAllFinite(fn: string, name: string, values: ArrayLike<number>): void {
  checkList(fn, name, values)
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) checkNumber(fn, `${name}[${i}]`, values[i])
  }
}

/**
 * Throws unless every element of `values` is a finite number of at least 0; names the first that is not. O(n).
 * @throws TypeError when it is no array or an element is not a number, RangeError when one is not finite or below 0
 * @example checkNonNegative('gini', 'amounts', amounts) // "gini: amounts[1] must be at least 0, got -2"
 */
export function checkNonNegative(fn: string, name: string, values: ArrayLike<number>): void {
  checkList(fn, name, values)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!(value >= 0 && Number.isFinite(value))) checkNumber(fn, `${name}[${i}]`, value, { min: 0 })
  }
}

/**
 * Throws unless every element of `indices` is an integer in [0, size); names the first that is not. O(n).
 * @throws TypeError when it is no array or an element is not a number, RangeError when one is not such an integer
 * @example checkIndices('selectLines', 'lines', lines, orders.size)
 */
export function checkIndices(fn: string, name: string, indices: ArrayLike<number>, size: number): void {
  checkList(fn, name, indices)
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!
    if (Number.isInteger(index) && index >= 0 && index < size) continue
    if (typeof index !== 'number') throw typeError(fn, `${name}[${i}]`, 'be a number', index)
    throw rangeError(fn, `${name}[${i}]`, `be an index below ${size}`, index)
  }
}

/**
 * Throws unless `values` has exactly `length` elements.
 * @param of what each element belongs to: "row", "line"
 * @throws TypeError when it is no array, RangeError when it has another length
 * @example checkLength('silhouette', 'labels', labels, points.rows, 'row')
 */
export function checkLength(fn: string, name: string, values: ArrayLike<unknown>, length: number, of: string): void {
  checkList(fn, name, values)
  if (values.length !== length) {
    throw rangeError(fn, `${name}.length`, `be ${length}, one per ${of}`, values.length)
  }
}
