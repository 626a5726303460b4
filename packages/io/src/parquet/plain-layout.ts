import type { Encoding, ParquetType } from 'hyparquet'
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js'

/** Bytes of a number of each physical type. */
const WIDTHS: Partial<Record<ParquetType, number>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 }

/** Bytes of one value of a type whose values all have the same length. */
export function widthOf(type: ParquetType | undefined, typeLength: number | undefined): number {
  const width = type === undefined ? undefined : type === 'FIXED_LEN_BYTE_ARRAY' ? typeLength : WIDTHS[type]
  if (width === undefined || !(width > 0)) throw new Error(`values of type ${type}`)
  return width
}

/**
 * Values of fixed length, however they are encoded, as one plain row of bytes: little-endian numbers without gaps.
 * @throws Error when the bytes hold fewer than `count` values, or the encoding is not one for such values
 */
export function plainLayout(
  encoding: Encoding,
  bytes: Uint8Array,
  count: number,
  type: ParquetType,
  width: number,
): DataView {
  if (encoding === 'DELTA_BINARY_PACKED') return unpackDeltas(bytes, count, type)
  if (count * width > bytes.length) throw new Error(`${count} values in ${bytes.length} bytes`)
  if (encoding === 'PLAIN') return new DataView(bytes.buffer, bytes.byteOffset, count * width)
  if (encoding === 'BYTE_STREAM_SPLIT') return joinStreams(bytes, count, width)
  throw new Error(`encoding ${encoding} of ${type}`)
}

function unpackDeltas(bytes: Uint8Array, count: number, type: ParquetType): DataView {
  if (type !== 'INT32' && type !== 'INT64') throw new Error(`encoding DELTA_BINARY_PACKED of ${type}`)
  const values = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count)
  if (count > 0) deltaBinaryUnpack(readerOf(bytes), count, values)
  return new DataView(values.buffer)
}

/** First all first bytes of the values, then all second ones, …: back to whole values. */
function joinStreams(bytes: Uint8Array, count: number, width: number): DataView {
  const joined = new Uint8Array(count * width)
  for (let b = 0; b < width; b++) {
    for (let i = 0; i < count; i++) joined[i * width + b] = bytes[b * count + i]!
  }
  return new DataView(joined.buffer)
}

/** Bytes in the form in which hyparquet reads them. */
export function readerOf(bytes: Uint8Array): { view: DataView; offset: number } {
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
}
