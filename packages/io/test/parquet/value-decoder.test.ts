import type { SchemaElement } from 'hyparquet'
import { expect, test } from 'vitest'
import { valueDecoder } from '../../src/parquet/value-decoder.js'
import { bytes } from '../bytes.js'

const decoder = (element: Partial<SchemaElement>) => valueDecoder({ name: 'x', ...element })

/** Plain text values: each behind its length. */
const plainTexts = (...texts: string[]) =>
  Uint8Array.from(texts.flatMap((text) => [bytes(text).length, 0, 0, 0, ...bytes(text)]))

test('numbers become a column of numbers, times one of times', () => {
  const numbers = decoder({ type: 'INT32' })
  const values = numbers.decode('PLAIN', new Uint8Array(Int32Array.of(3, -4).buffer), 2)
  expect(values).toEqual(Float64Array.of(3, -4))
  expect(numbers.finish('n', values)).toEqual({ name: 'n', kind: 'number', values })
  expect(numbers.missing).toBeNaN()
  const dates = decoder({ type: 'INT32', converted_type: 'DATE' })
  expect(dates.finish('d', values)).toEqual({ name: 'd', kind: 'time', values, local: true })
})

test('text keeps its codes from page to page', () => {
  const texts = decoder({ type: 'BYTE_ARRAY', converted_type: 'UTF8' })
  const first = texts.decode('PLAIN', plainTexts('b', 'a', ''), 3)
  const second = texts.decode('PLAIN', plainTexts('c', 'b'), 2)
  expect([first, second]).toEqual([Int32Array.of(0, 1, -1), Int32Array.of(2, 0)])
  expect(texts.finish('t', first)).toMatchObject({ kind: 'text', codes: first, labels: ['b', 'a', 'c'] })
  expect(texts.missing).toBe(-1)
})

test('decimals of any length are numbers', () => {
  const decimals = decoder({ type: 'BYTE_ARRAY', converted_type: 'DECIMAL', scale: 1 })
  expect(decimals.decode('PLAIN', Uint8Array.of(1, 0, 0, 0, 25, 2, 0, 0, 0, 1, 0), 2)).toEqual(
    Float64Array.of(2.5, 25.6),
  )
  expect(() => decimals.decode('DELTA_BYTE_ARRAY', new Uint8Array(9), 1)).toThrow(
    'encoding DELTA_BYTE_ARRAY of numbers',
  )
})

test('booleans are the texts "false" and "true", as bits and as runs', () => {
  const bits = decoder({ type: 'BOOLEAN' })
  expect(bits.finish('x', bits.decode('PLAIN', Uint8Array.of(0b101), 3))).toMatchObject({
    codes: Int32Array.of(0, 1, 0),
    labels: ['true', 'false'],
  })
  expect(bits.decode('RLE', Uint8Array.of(2, 0, 0, 0, 2 << 1, 1), 2)).toEqual(Int32Array.of(0, 0))
  expect(() => bits.decode('PLAIN', new Uint8Array(1), 9)).toThrow('9 booleans in 1 bytes')
  expect(() => bits.decode('DELTA_BINARY_PACKED', new Uint8Array(1), 1)).toThrow('of BOOLEAN')
})

test('UUIDs are text', () => {
  const uuids = decoder({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } })
  const codes = uuids.decode(
    'PLAIN',
    Uint8Array.from({ length: 16 }, (_, i) => i * 17),
    1,
  )
  expect(uuids.finish('id', codes)).toMatchObject({ labels: ['00112233-4455-6677-8899-aabbccddeeff'] })
})

test('other types are refused', () => {
  expect(() => decoder({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 12, converted_type: 'INTERVAL' })).toThrow(
    'type FIXED_LEN_BYTE_ARRAY INTERVAL',
  )
})
