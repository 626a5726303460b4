import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checksum } from '../../src/model-file/checksum.js'

test('the check value of the standard', () => {
  expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  expect(checksum(new Uint8Array())).toBe(0)
})

test('is what zlib computes', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => checksum(bytes) === crc32(bytes)))
})
