/** Structs nest this deep in no Parquet file. */
const DEEPEST = 32

/** More structs than the footer of any table of orders holds; each becomes an object of about 150 bytes. */
const MOST_STRUCTS = 1 << 21

const LONGEST_VARINT = 10

/**
 * Checks that bytes hold one struct in Thrift's compact protocol, and returns where it ends.
 *
 * Parquet's footer and page headers are such structs. They come from the file, so before they are decoded every length in
 * them is held against the bytes that are there: decoding then takes time and memory in proportion to the bytes.
 * @throws Error that says what is wrong
 * @see https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
 */
export function checkThrift(bytes: Uint8Array, start: number): number {
  const cursor = { bytes, at: start, structs: 0 }
  checkStruct(cursor, 0)
  return cursor.at
}

interface Cursor {
  readonly bytes: Uint8Array
  at: number
  structs: number
}

function checkStruct(cursor: Cursor, depth: number): void {
  if (depth > DEEPEST) throw new Error('structs nested too deep')
  if (++cursor.structs > MOST_STRUCTS) throw new Error('too many structs')
  for (;;) {
    const field = byte(cursor)
    const type = field & 0x0f
    if (type === 0) return
    if (field >> 4 === 0) varint(cursor)
    checkElement(cursor, type, depth, false)
  }
}

function checkElement(cursor: Cursor, type: number, depth: number, inList: boolean): void {
  switch (type) {
    case 1: // true
    case 2: // false: a field's type is its value, an element of a list takes a byte
      return inList ? skip(cursor, 1) : undefined
    case 3: // byte
      return skip(cursor, 1)
    case 4: // integers of 16, 32 and 64 bits
    case 5:
    case 6:
      return void varint(cursor)
    case 7: // double
      return skip(cursor, 8)
    case 8: // binary
      return skip(cursor, varint(cursor))
    case 9: // list
      return checkList(cursor, depth)
    case 12: // struct
      return checkStruct(cursor, depth + 1)
    default:
      throw new Error(`unknown type ${type}`)
  }
}

function checkList(cursor: Cursor, depth: number): void {
  const header = byte(cursor)
  const size = header >> 4 === 15 ? varint(cursor) : header >> 4
  if (size > cursor.bytes.length - cursor.at) throw new Error(`list of ${size} elements in fewer bytes`)
  if (depth > DEEPEST) throw new Error('lists nested too deep')
  for (let i = 0; i < size; i++) checkElement(cursor, header & 0x0f, depth + 1, true)
}

function byte(cursor: Cursor): number {
  if (cursor.at >= cursor.bytes.length) throw new Error('cut off')
  return cursor.bytes[cursor.at++]!
}

function skip(cursor: Cursor, length: number): void {
  if (length > cursor.bytes.length - cursor.at) throw new Error(`${length} bytes wanted beyond the end`)
  cursor.at += length
}

/** A variable-length integer, exact up to 2^53; what is larger is only compared with sizes. */
function varint(cursor: Cursor): number {
  let value = 0
  for (let i = 0; i < LONGEST_VARINT; i++) {
    const next = byte(cursor)
    value += (next & 0x7f) * 2 ** (7 * i)
    if (next < 0x80) return value
  }
  throw new Error('integer of more than ten bytes')
}
