import { rangeError, typeError } from '@clientele/core'

/**
 * A result as JSON for people and programs: two blanks of indentation, a line end behind it, typed arrays as lists.
 *
 * O(size).
 * @throws RangeError when a number in it is not finite, which JSON could not say; TypeError when it refers to itself or is a function
 * @example
 * jsonText({ cuts: Float64Array.of(26, 96) }) // '{\n  "cuts": [\n    26,\n    96\n  ]\n}\n'
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, plain, 2) as string | undefined
  if (text === undefined) throw typeError('jsonText', 'value', 'be something that JSON has', value)
  return `${text}\n`
}

function plain(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw rangeError('jsonText', key === '' ? 'value' : JSON.stringify(key), 'be finite', value)
  }
  const isTypedArray = ArrayBuffer.isView(value) && !(value instanceof DataView)
  return isTypedArray ? Array.from(value as unknown as ArrayLike<number>) : value
}
