import { brotliCompressSync, gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { decompress, loadCodec } from '../../src/parquet/decompress.js'
import { bytes } from '../bytes.js'

const text = bytes('page '.repeat(20))

/** A ZSTD frame that holds its content in one raw block and claims a length. */
function zstd(content: Uint8Array, claimed = content.length): Uint8Array {
  const block = (content.length << 3) | 1
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, claimed, block & 255, (block >> 8) & 255, block >> 16, ...content)
}

beforeAll(() => loadCodec('ZSTD'))

test('pages are unpacked by their codec', () => {
  expect(decompress(text, 100, 'UNCOMPRESSED')).toEqual(text)
  expect(new Uint8Array(decompress(gzipSync(text), 100, 'GZIP'))).toEqual(text)
  expect(new Uint8Array(decompress(brotliCompressSync(text), 100, 'BROTLI'))).toEqual(text)
  expect(decompress(zstd(text), 100, 'ZSTD')).toEqual(text)
  // Snappy: the length, then one literal of the whole
  expect(decompress(Uint8Array.of(100, 60 << 2, 99, ...text), 100, 'SNAPPY')).toEqual(text)
  expect(decompress(new Uint8Array(0), 0, 'ZSTD')).toEqual(new Uint8Array(0))
})

test('a page that is not as long as it claims is refused', () => {
  expect(() => decompress(text, 99, 'UNCOMPRESSED')).toThrow('page of 100 bytes instead of 99')
  expect(() => decompress(zstd(text), 50, 'ZSTD')).toThrow('bytes instead of 50')
  expect(() => decompress(zstd(text), 101, 'ZSTD')).toThrow('page of 100 bytes instead of 101')
  expect(() => decompress(zstd(text, 99), 100, 'ZSTD')).toThrow('bytes instead of 100')
  expect(() => decompress(gzipSync(text), 120, 'GZIP')).toThrow('page of 100 bytes instead of 120')
  expect(() => decompress(gzipSync(text), 50, 'GZIP')).toThrow()
  expect(() => decompress(brotliCompressSync(text), 50, 'BROTLI')).toThrow()
})

test('a claim beyond reason is refused before anything is unpacked', () => {
  expect(() => decompress(text, 2 ** 28 + 1, 'SNAPPY')).toThrow('page of 268435457 bytes')
  expect(() => decompress(text, -1, 'SNAPPY')).toThrow('page of -1 bytes')
})

test('an unknown codec is refused', () => {
  expect(() => decompress(text, 100, 'LZO')).toThrow('unknown compression LZO')
})
