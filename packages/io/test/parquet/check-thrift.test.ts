import fc from 'fast-check'
import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js'
import { expect, test } from 'vitest'
import { checkThrift } from '../../src/parquet/check-thrift.js'

const check = (...bytes: number[]) => checkThrift(Uint8Array.from(bytes), 0)

test('a struct ends behind its stop', () => {
  expect(check(0)).toBe(1)
  // field 1: i32 7; field 2: binary of 2 bytes; field 3: list of 2 bytes; field 4: struct; field 5: double; field 6: true
  expect(check(0x15, 14, 0x18, 2, 1, 2, 0x19, 0x23, 5, 6, 0x1c, 0, 0x17, 0, 0, 0, 0, 0, 0, 0, 0, 0x11, 0, 99)).toBe(23)
  // a field number that is not the one before plus at most 15; a list of booleans, one byte each
  expect(check(0x05, 40, 14, 0x19, 0x21, 1, 2, 0)).toBe(8)
  expect(checkThrift(Uint8Array.of(9, 9, 0), 2)).toBe(3)
})

test.each([
  ['is cut off', [0x15], 'cut off'],
  ['has no stop', [0x11], 'cut off'],
  ['holds text longer than itself', [0x18, 100, 1, 0], '100 bytes wanted beyond the end'],
  ['holds a list longer than itself', [0x19, 0xf8, 0xff, 0xff, 0x7f, 0], 'list of 2097151 elements in fewer bytes'],
  ['holds an integer without end', [0x15, ...new Array<number>(11).fill(0x80), 0], 'integer of more than ten bytes'],
  ['holds an unknown type', [0x1b, 0], 'unknown type 11'],
  ['nests without end', new Array<number>(100).fill(0x1c), 'structs nested too deep'],
  ['nests lists without end', [0x19, ...new Array<number>(100).fill(0x19)], 'lists nested too deep'],
])('a struct that %s is refused', (_, bytes, message) => {
  expect(() => check(...bytes)).toThrow(message)
})

test('more structs than any footer has are refused', () => {
  const count = 2 ** 21 + 10
  const bytes = new Uint8Array(count + 10)
  // field 1: a list of `count` empty structs
  bytes.set([
    0x19,
    0xfc,
    (count & 0x7f) | 0x80,
    ((count >> 7) & 0x7f) | 0x80,
    ((count >> 14) & 0x7f) | 0x80,
    count >> 21,
  ])
  expect(() => checkThrift(bytes, 0)).toThrow('too many structs')
})

test('bytes that pass are decoded to their end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      let end: number
      try {
        end = checkThrift(bytes, 0)
      } catch {
        return
      }
      const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 }
      deserializeTCompactProtocol(reader)
      expect(reader.offset).toBe(end)
    }),
    { numRuns: 2000 },
  )
})
