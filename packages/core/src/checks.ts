/**
 * Argument checks. Every error of the libraries is worded here, in one grammar:
 * `fn: name must <rule>, got <value>`. A wrong value is a `RangeError`, a wrong type a `TypeError`.
 */

/** Text of a value for an error message: short, on one line, strings quoted so that hostile content stays inert. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (value === null) return 'null'
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (ArrayBuffer.isView(value)) return `a ${value.constructor.name}`
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString()
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object') return 'an object'
  if (Object.is(value, -0)) return '0'
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- every kind of object has been described above
  return String(value)
}

const LONGEST_QUOTE = 60

function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text)
}

/** The error for a value that breaks a rule; throw it. @example throw rangeError('rfm', 'bins', 'be at least 2', 1) */
export function rangeError(fn: string, name: string, rule: string, got: unknown): RangeError {
  return new RangeError(message(fn, name, rule, got))
}

/** The error for a value of the wrong type; throw it. @example throw typeError('rfm', 'asOf', 'be a date', null) */
export function typeError(fn: string, name: string, rule: string, got: unknown): TypeError {
  return new TypeError(message(fn, name, rule, got))
}

function message(fn: string, name: string, rule: string, got: unknown): string {
  return `${fn}: ${name} must ${rule}, got ${describeValue(got)}`
}

/** Bounds of a number, both inclusive. */
export interface Bounds {
  readonly min?: number
  readonly max?: number
}

/** Throws unless `value` is a finite number within `bounds`. */
export function checkNumber(fn: string, name: string, value: unknown, bounds: Bounds = {}): asserts value is number {
  if (typeof value !== 'number') throw typeError(fn, name, 'be a number', value)
  if (!Number.isFinite(value)) throw rangeError(fn, name, 'be finite', value)
  checkBounds(fn, name, value, bounds)
}

/** Throws unless `value` is a safe integer within `bounds`. */
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

/** Throws unless `value` is one of `choices`. */
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

/** Throws unless every number of `values` is finite; names the first cell that is not. */
export function checkAllFinite(fn: string, name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!Number.isFinite(value)) throw rangeError(fn, `${name}[${i}]`, 'be finite', value)
  }
}

/** Throws unless every number of `values` is finite and at least 0; names the first cell that is not. */
export function checkNonNegative(fn: string, name: string, values: ArrayLike<number>): void {
  checkAllFinite(fn, name, values)
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0) throw rangeError(fn, `${name}[${i}]`, 'be at least 0', values[i])
  }
}

/** Throws unless `values` has exactly `length` elements. `of` says what each element belongs to ("row", "line"). */
export function checkLength(fn: string, name: string, values: ArrayLike<unknown>, length: number, of: string): void {
  if (values.length !== length) {
    throw rangeError(fn, `${name}.length`, `be ${length}, one per ${of}`, values.length)
  }
}
