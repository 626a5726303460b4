import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idIndex, readModelFile, writeModelFile } from '../../src/index.js'
import { checksum } from '../../src/model-file/checksum.js'

const whole = writeModelFile({
  kind: 'demo',
  options: {},
  ids: { products: idIndex(['mug', 'tea', 7]) },
  arrays: { values: Float64Array.of(1, 2, 3) },
})
const load = (bytes: Uint8Array) => readModelFile('loadDemo', bytes, 'demo')

/** The file with other contents and a checksum that agrees: what an attacker writes. */
function forged(change: (bytes: Uint8Array, header: DataView) => void): Uint8Array {
  const bytes = whole.slice()
  const header = new DataView(bytes.buffer)
  change(bytes, header)
  header.setUint32(12, checksum(bytes.subarray(16)), true)
  return bytes
}

const replaced = (from: string, to: string) =>
  forged((bytes) => {
    const at = new TextDecoder('latin1').decode(bytes).indexOf(from)
    expect([to.length, at > 0]).toEqual([from.length, true])
    bytes.set(new TextEncoder().encode(to), at)
  })

describe('refuses, with the reason', () => {
  test('what is no model file', () => {
    expect(() => load('text' as never)).toThrow(new TypeError('loadDemo: bytes must be a Uint8Array, got "text"'))
    expect(() => load(new Uint8Array())).toThrow('loadDemo: bytes must be a model file, got "0 bytes"')
    expect(() => load(new Uint8Array(100))).toThrow('loadDemo: bytes must be a model file')
  })

  test('another kind or version', () => {
    expect(() => readModelFile('loadOther', whole, 'other')).toThrow(
      new RangeError('loadOther: bytes must be a model of kind "other", got "demo"'),
    )
    expect(() => load(forged((_, header) => header.setUint32(8, 2, true)))).toThrow(
      'loadDemo: bytes must be of format version 1, got 2',
    )
  })

  test('every cut and every appendix', () => {
    for (let end = 0; end < whole.length; end++) expect(() => load(whole.subarray(0, end))).toThrow(/^loadDemo: bytes/)
    expect(() => load(Uint8Array.of(...whole, 0))).toThrow(`bytes.length must be ${whole.length}, as the file says`)
  })

  test('every flipped byte', () => {
    for (let at = 0; at < whole.length; at++) {
      const damaged = whole.slice()
      damaged[at]! ^= 1 << (at % 8)
      expect(() => load(damaged)).toThrow(/^loadDemo: bytes/)
    }
  })

  test('descriptions and lengths that lie under a right checksum', () => {
    expect(() => load(forged((_, header) => header.setUint32(16, 0xffffffff, true)))).toThrow('whole description')
    const long = new Uint8Array(32 + 2 ** 20 + 1)
    long.set(whole.subarray(0, 32))
    const header = new DataView(long.buffer)
    header.setUint32(16, 2 ** 20 + 1, true)
    header.setFloat64(24, long.length, true)
    header.setUint32(12, checksum(long.subarray(16)), true)
    expect(() => load(long)).toThrow('loadDemo: bytes must hold a description of at most 1048576 bytes, got 1048577')
    expect(() => load(replaced('{"kind', '["kind'))).toThrow('hold a description in JSON')
    expect(() => load(replaced('"options"', '"opinion"'))).toThrow('hold the description of a model')
    expect(() => load(replaced('"values","type":"f64","length":3', '"values","type":"f64","length":9'))).toThrow(
      'loadDemo: bytes.values.length must fit into the file, got 9',
    )
    expect(() => load(replaced('"values","type":"f64","length":3', '"values","type":"f64","length":1'))).toThrow(
      'where its arrays end',
    )
  })

  test('arrays that are missing, of another type or length', () => {
    const file = load(whole)
    expect(() => file.array('none', 'f64')).toThrow('loadDemo: bytes must hold an array "none" of f64, got undefined')
    expect(() => file.array('values', 'i32')).toThrow('bytes must hold an array "values" of i32, got "f64"')
    expect(() => file.array('values', 'f64', 4)).toThrow('loadDemo: bytes.values.length must be 4, got 3')
    expect(() => file.ids('customers')).toThrow('must hold an array "customers.numbers"')
  })
})

test('any bytes under a right header and checksum are read or refused, never anything else', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 16, max: whole.length - 1 }), fc.nat(255))), (changes) => {
      const bytes = forged((own) => {
        for (const [at, byte] of changes) own[at] = byte
      })
      try {
        const file = load(bytes)
        file.array('values', 'f64')
        file.ids('products')
      } catch (error) {
        expect((error as Error).message).toMatch(/^loadDemo: bytes/)
      }
    }),
    { numRuns: 500 },
  )
})

test('a file within a file is a view of it', () => {
  const outer = writeModelFile({ kind: 'outer', options: {}, ids: {}, arrays: { inner: whole } })
  const file = readModelFile('loadOuter', outer, 'outer')
  const part = file.part('inner')
  expect(part).toEqual(whole)
  expect(part.buffer).toBe(outer.buffer)
  expect(() => file.part('none')).toThrow('loadOuter: bytes must hold an array "none" of u8, got undefined')
})

test('answers are copies: of an aligned array, of a view into something larger, of a Buffer', () => {
  const odd = new Uint8Array(whole.length + 3)
  odd.set(whole, 3)
  for (const bytes of [whole.slice(), odd.subarray(3), Buffer.from(whole)]) {
    const values = load(bytes).array('values', 'f64')
    bytes.fill(0)
    expect(values).toEqual(Float64Array.of(1, 2, 3))
  }
})
