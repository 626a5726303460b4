import { crc32 } from 'node:zlib'
import { random } from '@clientele/core'
import { expect, test, vi } from 'vitest'
import { fitItemKnn, loadItemKnn } from '../src/index.js'
import { checkerboard } from './fixtures.js'

const whole = fitItemKnn(checkerboard(12)).save()
const start = 32 + new DataView(whole.buffer).getUint32(16, true)

/** Makes the checksum and the size agree with the contents, as an attacker would. */
function sealed(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  const header = new DataView(bytes.buffer)
  if (bytes.length < 32) return bytes
  header.setFloat64(24, bytes.length, true)
  header.setUint32(12, crc32(bytes.subarray(16)), true)
  return bytes
}

/** Damage of every class; those that end in "sealed" have a right checksum. */
function* damagedFiles(): Generator<Uint8Array> {
  const stream = random('damage')
  const huge = (type: 'setInt32' | 'setUint32', at: number, value: number) => {
    const bytes = whole.slice()
    new DataView(bytes.buffer)[type](at, value, true)
    return bytes
  }
  for (let i = 0; i < 250; i++) {
    const flipped = whole.slice()
    flipped[stream.integer(whole.length)]! ^= 1 + stream.integer(255)
    yield flipped
    yield whole.slice(0, stream.integer(whole.length))
    yield sealed(whole.slice(0, stream.integer(whole.length)))
    const position = start + 4 * stream.integer((whole.length - start - 4) >> 2)
    yield sealed(huge('setInt32', position, [2 ** 31 - 1, -(2 ** 31), 1e9, -1][i % 4]!))
  }
  for (const length of [33, 2 ** 31, 2 ** 32 - 1]) yield sealed(huge('setUint32', 16, length))
}

test('a thousand damaged files are loaded or refused with the reason, without allocating more than they are large', () => {
  let allocated = 0
  const slice = vi.spyOn(Uint8Array.prototype, 'slice').mockImplementation(function (this: Uint8Array, from, to) {
    const copy = Uint8Array.from(this.subarray(from, to))
    allocated += copy.byteLength
    return copy
  })
  let refused = 0
  for (const bytes of [...damagedFiles()]) {
    allocated = 0
    try {
      loadItemKnn(bytes)
    } catch (error) {
      expect((error as Error).message).toMatch(/^loadItemKnn: (bytes|interactions)/)
      refused++
    }
    expect(allocated).toBeLessThanOrEqual(bytes.length)
  }
  slice.mockRestore()
  expect(refused).toBeGreaterThan(850)
})
