import { ByteWriter } from 'hyparquet-writer'
import { deltaBinaryPack } from 'hyparquet-writer/src/delta.js'
import { expect, test } from 'vitest'
import { plainLayout, readerOf, widthOf } from '../../src/parquet/plain-layout.js'

test('widths of values', () => {
  expect(widthOf('INT32', undefined)).toBe(4)
  expect(widthOf('INT96', undefined)).toBe(12)
  expect(widthOf('FIXED_LEN_BYTE_ARRAY', 16)).toBe(16)
  expect(() => widthOf('FIXED_LEN_BYTE_ARRAY', undefined)).toThrow('values of type FIXED_LEN_BYTE_ARRAY')
  expect(() => widthOf('BYTE_ARRAY', undefined)).toThrow('values of type BYTE_ARRAY')
})

test('plain values are taken as they are', () => {
  const view = plainLayout('PLAIN', new Uint8Array(Int32Array.of(7, -1).buffer), 2, 'INT32', 4)
  expect([view.getInt32(0, true), view.getInt32(4, true)]).toEqual([7, -1])
})

test('split streams are joined', () => {
  const view = plainLayout('BYTE_STREAM_SPLIT', Uint8Array.of(1, 2, 0, 1, 0, 0, 0, 0), 2, 'INT32', 4)
  expect([view.getInt32(0, true), view.getInt32(4, true)]).toEqual([1, 258])
})

test.each(['INT32', 'INT64'] as const)('differences of %s are added up', (type) => {
  const values = Array.from({ length: 300 }, (_, i) => (i % 7) * 1000 - i)
  const writer = new ByteWriter()
  deltaBinaryPack(writer, type === 'INT32' ? values : values.map(BigInt), type)
  const width = type === 'INT32' ? 4 : 8
  const view = plainLayout('DELTA_BINARY_PACKED', writer.getBytes(), 300, type, width)
  expect(values.map((_, i) => view.getInt32(i * width, true))).toEqual(values)
})

test('too few bytes and other encodings are refused', () => {
  expect(() => plainLayout('PLAIN', new Uint8Array(7), 2, 'INT32', 4)).toThrow('2 values in 7 bytes')
  expect(() => plainLayout('BYTE_STREAM_SPLIT', new Uint8Array(7), 2, 'INT32', 4)).toThrow('2 values in 7 bytes')
  expect(() => plainLayout('DELTA_BINARY_PACKED', new Uint8Array(3), 9, 'INT32', 4)).toThrow()
  expect(() => plainLayout('DELTA_BINARY_PACKED', new Uint8Array(8), 1, 'DOUBLE', 8)).toThrow('of DOUBLE')
  expect(() => plainLayout('DELTA_BYTE_ARRAY', new Uint8Array(8), 1, 'INT64', 8)).toThrow(
    'encoding DELTA_BYTE_ARRAY of INT64',
  )
})

test('a reader starts at the front of its bytes', () => {
  const { view, offset } = readerOf(Uint8Array.of(1, 2, 3).subarray(1))
  expect([view.getUint8(0), view.byteLength, offset]).toEqual([2, 2, 0])
})
