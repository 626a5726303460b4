import fc from 'fast-check'
import { ByteWriter } from 'hyparquet-writer'
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js'
import { expect, test } from 'vitest'
import { decodeRuns } from '../../src/parquet/decode-runs.js'

const decode = (bytes: number[], width: number, count: number) =>
  Array.from(decodeRuns(Uint8Array.from(bytes), 0, bytes.length, width, count))

test('a run repeats one value', () => {
  expect(decode([5 << 1, 7], 3, 5)).toEqual([7, 7, 7, 7, 7])
  expect(decode([2 << 1, 0x39, 0x30], 16, 2)).toEqual([12345, 12345])
})

test('packed values stand one after another, the lowest bits first (the example of the format)', () => {
  expect(decode([(1 << 1) | 1, 0b10001000, 0b11000110, 0b11111010], 3, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('zero bits are zeros, without a byte', () => {
  expect(decode([], 0, 3)).toEqual([0, 0, 0])
})

test('a run longer than what is wanted is cut, however long it claims to be', () => {
  expect(decode([0xfe, 0xff, 0xff, 0xff, 0x0f, 1], 1, 3)).toEqual([1, 1, 1])
  expect(decode([(1 << 1) | 1, 0b00000101], 1, 3)).toEqual([1, 0, 1])
})

test('what ends too early is refused', () => {
  expect(() => decode([], 1, 1)).toThrow('runs cut off')
  expect(() => decode([2 << 1], 1, 2)).toThrow('runs cut off')
  expect(() => decode([(4 << 1) | 1, 1], 8, 32)).toThrow('runs cut off')
  expect(() => decode([0x80, 0x80, 0x80, 0x80, 0x80, 0x80], 1, 1)).toThrow('runs cut off')
  expect(() => decode([2, 1], 33, 1)).toThrow('integers of 33 bits')
})

test('empty runs are passed over', () => {
  expect(decode([0, 0, 1 << 1, 1], 1, 1)).toEqual([1])
})

/** Packs values, the lowest bits first, with as many bits as it takes: slow and plain. */
function pack(values: readonly number[], width: number): number[] {
  const bits = values.reduceRight((all, value) => (all << BigInt(width)) | BigInt(value), 0n)
  const size = Math.ceil(values.length / 8) * width
  return Array.from({ length: size }, (_, i) => Number((bits >> BigInt(8 * i)) & 0xffn))
}

const column = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((width) => {
    const value = fc.integer({ min: 0, max: 2 ** width - 1 })
    const run = fc.tuple(value, fc.integer({ min: 1, max: 20 })).map(([each, n]) => new Array<number>(n).fill(each))
    return fc.record({ width: fc.constant(width), values: fc.array(run, { maxLength: 9 }).map((runs) => runs.flat()) })
  })

test('packed values of every width are read back', () => {
  fc.assert(
    fc.property(column(31), ({ width, values }) => {
      const groups = Math.ceil(values.length / 8)
      expect(decode([(groups << 1) | 1, ...pack(values, width)], width, values.length)).toEqual(values)
    }),
  )
})

test('runs and packed values as another writer mixes them are read back', () => {
  fc.assert(
    fc.property(column(20), ({ width, values }) => {
      const writer = new ByteWriter()
      writeRleBitPackedHybrid(writer, values, width)
      expect(decode([...writer.getBytes()], width, values.length)).toEqual(values)
    }),
  )
})
