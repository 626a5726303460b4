import type { Encoding, SchemaElement } from 'hyparquet'
import { ByteDictionary } from '../byte-dictionary.js'
import type { TableColumn } from '../table.js'
import { eachByteArray } from './each-byte-array.js'
import { numberReader, type NumberReader } from './number-reader.js'
import { plainLayout, widthOf } from './plain-layout.js'
import { decodeRuns } from './decode-runs.js'

/** How the values of one column become numbers, times, or codes of text. */
export interface ValueDecoder {
  /** What stands for no value: NaN, or the code -1. */
  readonly missing: number
  /** An array for the values of that many rows. */
  allocate(rows: number): Float64Array | Int32Array
  /** `count` values from the bytes of a page. */
  decode(encoding: Encoding, bytes: Uint8Array, count: number): Float64Array | Int32Array
  /** The column that an array of all rows makes. */
  finish(name: string, values: Float64Array | Int32Array): TableColumn
}

/**
 * The decoder that a column's type asks for: integers, floats and decimals become numbers; timestamps and dates become
 * times; strings, booleans and UUIDs become text.
 * @throws Error when the type is none of these
 */
export function valueDecoder(element: SchemaElement): ValueDecoder {
  const read = numberReader(element)
  if (read !== undefined) return numberDecoder(element, read)
  if (element.type === 'BYTE_ARRAY') return textDecoder(eachByteArray)
  if (element.type === 'BOOLEAN') return textDecoder(eachBoolean)
  if (element.logical_type?.type === 'UUID') return textDecoder(eachUuid)
  throw new Error(`type ${element.type} ${element.logical_type?.type ?? element.converted_type ?? ''}`)
}

function numberDecoder(element: SchemaElement, { kind, local, read }: NumberReader): ValueDecoder {
  return {
    missing: NaN,
    allocate: (rows) => new Float64Array(rows),
    decode(encoding, bytes, count) {
      const values = new Float64Array(count)
      let next = 0
      eachNumber(element, encoding, bytes, count, (view, at, width) => (values[next++] = read(view, at, width)))
      return values
    },
    finish(name, rows) {
      const values = rows as Float64Array
      return kind === 'time' ? { name, kind, values, local } : { name, kind, values }
    },
  }
}

function eachNumber(
  { type, type_length }: SchemaElement,
  encoding: Encoding,
  bytes: Uint8Array,
  count: number,
  visit: (view: DataView, at: number, width: number) => void,
): void {
  if (type === 'BYTE_ARRAY') {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Only texts that share beginnings are put together elsewhere; decimals never come so.
    if (encoding === 'DELTA_BYTE_ARRAY') throw new Error(`encoding ${encoding} of numbers`)
    return eachByteArray(encoding, bytes, count, (_, start, end) => visit(view, start, end - start))
  }
  const width = widthOf(type, type_length)
  const view = plainLayout(encoding, bytes, count, type!, width)
  for (let i = 0; i < count; i++) visit(view, i * width, width)
}

function textDecoder(each: typeof eachByteArray): ValueDecoder {
  const dictionary = new ByteDictionary()
  return {
    missing: -1,
    allocate: (rows) => new Int32Array(rows),
    decode(encoding, bytes, count) {
      const codes = new Int32Array(count)
      let next = 0
      each(encoding, bytes, count, (source, start, end) => (codes[next++] = dictionary.add(source, start, end)))
      return codes
    },
    finish: (name, codes) => ({ name, kind: 'text', codes: codes as Int32Array, labels: dictionary.labels() }),
  }
}

const FALSE_TRUE = new TextEncoder().encode('falsetrue')

/** Booleans as the texts "false" and "true". */
const eachBoolean: typeof eachByteArray = (encoding, bytes, count, visit) => {
  // With a length in front where encoded as runs, without where as plain bits; those are one packed run.
  if (encoding !== 'RLE' && encoding !== 'PLAIN') throw new Error(`encoding ${encoding} of BOOLEAN`)
  if (encoding === 'PLAIN' && count > bytes.length * 8) throw new Error(`${count} booleans in ${bytes.length} bytes`)
  const values = encoding === 'RLE' ? decodeRuns(bytes, 4, bytes.length, 1, count) : undefined
  for (let i = 0; i < count; i++) {
    const value = values === undefined ? (bytes[i >> 3]! >> (i & 7)) & 1 : values[i]!
    visit(FALSE_TRUE, value === 0 ? 0 : 5, value === 0 ? 5 : 9)
  }
}

/** UUIDs as text in the usual five groups. */
const eachUuid: typeof eachByteArray = (encoding, bytes, count, visit) => {
  const view = plainLayout(encoding, bytes, count, 'FIXED_LEN_BYTE_ARRAY', 16)
  const encoder = new TextEncoder()
  const text = new Uint8Array(36)
  for (let i = 0; i < count; i++) {
    const hex = Buffer.from(view.buffer, view.byteOffset + i * 16, 16).toString('hex')
    encoder.encodeInto(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), text)
    visit(text, 0, 36)
  }
}
