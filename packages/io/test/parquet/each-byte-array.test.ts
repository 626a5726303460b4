import fc from 'fast-check'
import type { Encoding } from 'hyparquet'
import { ByteWriter } from 'hyparquet-writer'
import { deltaBinaryPack, deltaByteArray, deltaLengthByteArray } from 'hyparquet-writer/src/delta.js'
import { writePlain } from 'hyparquet-writer/src/plain.js'
import { expect, test } from 'vitest'
import { eachByteArray } from '../../src/parquet/each-byte-array.js'
import { bytes } from '../bytes.js'

function texts(encoding: Encoding, source: Uint8Array, count: number): string[] {
  const found: string[] = []
  eachByteArray(encoding, source, count, (from, start, end) =>
    found.push(new TextDecoder().decode(from.subarray(start, end))),
  )
  return found
}

const writers: Partial<Record<Encoding, (writer: ByteWriter, values: Uint8Array[]) => void>> = {
  PLAIN: (writer, values) => writePlain(writer, values, 'BYTE_ARRAY', undefined),
  DELTA_LENGTH_BYTE_ARRAY: deltaLengthByteArray,
  DELTA_BYTE_ARRAY: deltaByteArray,
}

test.each(Object.keys(writers) as Encoding[])('any texts written as %s are read back', (encoding) => {
  const text = fc
    .tuple(fc.constantFrom('', 'order ', 'order 1', 'ä'), fc.string({ maxLength: 300 }))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (values) => {
      const writer = new ByteWriter()
      writers[encoding]!(writer, values.map(bytes))
      expect(texts(encoding, writer.getBytes(), values.length)).toEqual(values)
    }),
  )
})

test('no values need no bytes', () => {
  for (const encoding of Object.keys(writers) as Encoding[]) expect(texts(encoding, new Uint8Array(0), 0)).toEqual([])
})

/** Prefix lengths, then suffix lengths, then bytes. */
function withPrefixes(prefixes: number[], lengths: number[], rest: string): Uint8Array {
  const writer = new ByteWriter()
  deltaBinaryPack(writer, prefixes, 'INT32')
  deltaBinaryPack(writer, lengths, 'INT32')
  writer.appendBytes(bytes(rest))
  return writer.getBytes()
}

test('texts beyond their page are refused', () => {
  expect(() => texts('PLAIN', Uint8Array.of(9, 0, 0, 0, 65), 1)).toThrow('text beyond its page')
  expect(() => texts('PLAIN', Uint8Array.of(1, 0, 0), 1)).toThrow()
  const writer = new ByteWriter()
  deltaBinaryPack(writer, [-3, 5], 'INT32')
  expect(() => texts('DELTA_LENGTH_BYTE_ARRAY', writer.getBytes(), 2)).toThrow('text beyond its page')
  expect(() => texts('DELTA_BYTE_ARRAY', withPrefixes([0, 2_000_000_000], [1, 1], 'ab'), 2)).toThrow(
    'text beyond its page',
  )
  expect(() => texts('DELTA_BYTE_ARRAY', withPrefixes([0, -1], [1, 1], 'ab'), 2)).toThrow('text beyond its page')
  expect(() => texts('DELTA_BYTE_ARRAY', withPrefixes([0], [5], 'ab'), 1)).toThrow('text beyond its page')
})

test('texts that grow without end out of few bytes are refused', () => {
  const count = 30_000
  const prefixes = Array.from({ length: count }, (_, i) => i)
  const source = withPrefixes(prefixes, new Array<number>(count).fill(1), 'x'.repeat(count))
  expect(() => texts('DELTA_BYTE_ARRAY', source, count)).toThrow('texts of more than 268435456 bytes in a page')
})

test('other encodings are refused', () => {
  expect(() => texts('BYTE_STREAM_SPLIT', new Uint8Array(9), 1)).toThrow('encoding BYTE_STREAM_SPLIT of text')
})
