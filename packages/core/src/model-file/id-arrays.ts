import { rangeError } from '../checks.js'
import { idIndex, type Id, type IdIndex } from '../id-index.js'

/** Ids as flat arrays, in order: numbers in `numbers`, texts in `text`. */
export interface IdArrays {
  /** The numbers among the ids. */
  readonly numbers: Float64Array
  /** The UTF-16 code units of the texts among the ids, one text after the other. */
  readonly text: Uint16Array
  /** Per id: where its text ends in `text`; -1 for a number. */
  readonly ends: Int32Array
}

/** Ids as arrays. UTF-16 keeps every string, half surrogate pairs too. O(ids and their characters). */
export function arraysOfIds(ids: readonly Id[]): IdArrays {
  const texts = ids.filter((id) => typeof id === 'string')
  const text = new Uint16Array(texts.reduce((sum, id) => sum + id.length, 0))
  let end = 0
  const ends = Int32Array.from(ids, (id) => {
    if (typeof id === 'number') return -1
    for (let at = 0; at < id.length; at++) text[end + at] = id.charCodeAt(at)
    return (end += id.length)
  })
  return { numbers: Float64Array.from(ids.filter((id) => typeof id === 'number')), text, ends }
}

/**
 * The ids that {@link arraysOfIds} made arrays of.
 * @throws RangeError when the arrays do not fit together or an id comes twice
 */
export function idsOfArrays(fn: string, name: string, { numbers, text, ends }: IdArrays): IdIndex {
  let number = 0
  let start = 0
  const ids = Array.from(ends, (end, i): Id => {
    if (end === -1 && number < numbers.length) return numbers[number++]!
    if (end < start || end > text.length) throw rangeError(fn, `bytes.${name}.ends[${i}]`, 'end a text', end)
    const id = textOf(text.subarray(start, end))
    start = end
    return id
  })
  if (numbers.some(Number.isNaN)) throw rangeError(fn, `bytes.${name}.numbers`, 'be numbers', NaN)
  const index = idIndex(ids)
  if (index.ids.length < ids.length) {
    throw rangeError(fn, `bytes.${name}`, 'hold no id twice', `${ids.length - index.ids.length} repeated`)
  }
  return index
}

/** More arguments than this could overflow the stack. */
const PIECE = 4096

function textOf(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += PIECE) text += String.fromCharCode(...units.subarray(at, at + PIECE))
  return text
}
