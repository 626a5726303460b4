import type { SchemaElement } from 'hyparquet'
import { expect, test } from 'vitest'
import { numberReader } from '../../src/parquet/number-reader.js'

/** What a type reads from bytes. */
function read(element: Partial<SchemaElement>, bytes: ArrayBufferView | number[]): number {
  const view = Array.isArray(bytes)
    ? new DataView(Uint8Array.from(bytes).buffer)
    : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return numberReader({ name: 'x', ...element })!.read(view, 0, view.byteLength)
}

test('integers, signed and not, of 32 and 64 bits', () => {
  expect(read({ type: 'INT32' }, Int32Array.of(-7))).toBe(-7)
  expect(read({ type: 'INT32', converted_type: 'UINT_32' }, Int32Array.of(-1))).toBe(4294967295)
  const unsigned = { type: 'INTEGER', bitWidth: 64, isSigned: false } as const
  expect(read({ type: 'INT64', logical_type: unsigned }, BigInt64Array.of(5n))).toBe(5)
  for (const value of [0n, -1n, 123456789012n, -9007199254740991n]) {
    expect(read({ type: 'INT64' }, BigInt64Array.of(value))).toBe(Number(value))
  }
})

test('an integer that no number holds exactly is refused, not rounded', () => {
  expect(() => read({ type: 'INT64' }, BigInt64Array.of(2n ** 53n + 1n))).toThrow(
    'integer 9007199254740993: beyond 2^53 store text',
  )
  expect(() => read({ type: 'INT64', converted_type: 'UINT_64' }, BigInt64Array.of(-1n))).toThrow('beyond 2^53')
})

test('floats of both widths', () => {
  expect(read({ type: 'FLOAT' }, Float32Array.of(0.5))).toBe(0.5)
  expect(read({ type: 'DOUBLE' }, Float64Array.of(2.55))).toBe(2.55)
})

test('decimals are the nearest numbers, whatever holds them', () => {
  const decimal = { converted_type: 'DECIMAL', scale: 2 } as const
  expect(read({ type: 'INT32', ...decimal }, Int32Array.of(255))).toBe(2.55)
  expect(read({ type: 'INT64', ...decimal }, BigInt64Array.of(-12345n))).toBe(-123.45)
  expect(read({ type: 'FIXED_LEN_BYTE_ARRAY', ...decimal }, [0xff, 0xff, 0x01])).toBe(-2.55)
  expect(read({ type: 'BYTE_ARRAY', ...decimal }, [0x01, 0x00])).toBe(2.56)
  expect(read({ type: 'INT32', logical_type: { type: 'DECIMAL', precision: 9, scale: 1 } }, Int32Array.of(3))).toBe(0.3)
})

test('timestamps of all units, dates, and the old 96 bits become epoch milliseconds', () => {
  const time = Date.UTC(2011, 11, 9, 12, 50, 0, 123)
  expect(read({ type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, BigInt64Array.of(BigInt(time)))).toBe(time)
  expect(
    read({ type: 'INT64', converted_type: 'TIMESTAMP_MICROS' }, BigInt64Array.of(BigInt(time) * 1000n + 999n)),
  ).toBe(time)
  const nanos = { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' } as const
  expect(read({ type: 'INT64', logical_type: nanos }, BigInt64Array.of(BigInt(time) * 1_000_000n + 1n))).toBe(time)
  expect(read({ type: 'INT32', converted_type: 'DATE' }, Int32Array.of(15317))).toBe(Date.UTC(2011, 11, 9))
  const noon = new Uint8Array(12)
  new DataView(noon.buffer).setBigInt64(0, 43_200_000_000_000n, true)
  new DataView(noon.buffer).setInt32(8, 2_440_588 + 15317, true)
  expect(read({ type: 'INT96' }, noon)).toBe(Date.UTC(2011, 11, 9, 12))
})

test('clock times without a zone are told from moments', () => {
  const local = (isAdjustedToUTC: boolean) =>
    numberReader({ name: 'x', type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MILLIS' } })
  expect(local(false)).toMatchObject({ kind: 'time', local: true })
  expect(local(true)).toMatchObject({ kind: 'time', local: false })
})

test('text has no number', () => {
  expect(numberReader({ name: 'x', type: 'BYTE_ARRAY' })).toBeUndefined()
  expect(numberReader({ name: 'x', type: 'BOOLEAN' })).toBeUndefined()
  expect(numberReader({ name: 'x', type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 })).toBeUndefined()
})
