import { expect, test } from 'vitest'
import { idIndex, readModelFile, writeModelFile } from '../../src/index.js'

const content = {
  kind: 'demo',
  options: { neighbors: 50, label: 'ü' },
  ids: { products: idIndex(['mug', 7, '__proto__']) },
  arrays: {
    bytes: Uint8Array.of(1, 2, 3),
    shorts: Uint16Array.of(500),
    ints: Int32Array.of(-1, 2),
    words: Uint32Array.of(4_000_000_000),
    floats: Float32Array.of(0.5),
    values: Float64Array.of(0.1, -2, 3).subarray(1),
    none: new Float64Array(),
  },
}

test('what was written is read again', () => {
  const file = readModelFile('load', writeModelFile(content), 'demo')
  expect(file.options).toEqual(content.options)
  expect(file.ids('products').ids).toEqual(['mug', 7, '__proto__'])
  expect(file.array('bytes', 'u8')).toEqual(content.arrays.bytes)
  expect(file.array('shorts', 'u16')).toEqual(content.arrays.shorts)
  expect(file.array('ints', 'i32')).toEqual(content.arrays.ints)
  expect(file.array('words', 'u32')).toEqual(content.arrays.words)
  expect(file.array('floats', 'f32')).toEqual(content.arrays.floats)
  expect(file.array('values', 'f64')).toEqual(Float64Array.of(-2, 3))
  expect(file.array('none', 'f64')).toEqual(new Float64Array())
})

test('the same content gives the same bytes, with the header as documented', () => {
  const bytes = writeModelFile(content)
  expect(writeModelFile(content)).toEqual(bytes)
  expect(new TextDecoder().decode(bytes.subarray(0, 8))).toBe('CLIENTEL')
  const header = new DataView(bytes.buffer)
  expect(header.getUint32(8, true)).toBe(1)
  expect(header.getFloat64(24, true)).toBe(bytes.length)
  expect(new TextDecoder().decode(bytes.subarray(32, 32 + header.getUint32(16, true)))).toContain('"kind":"demo"')
})

test('an array of another type is refused', () => {
  const arrays = { big: BigInt64Array.of(1n) as never }
  expect(() => writeModelFile({ ...content, arrays })).toThrow('writeModelFile: arrays.big must be an array of u8, u16')
})

test('a description that no reader would read is refused', () => {
  const options = { note: 'x'.repeat(2 ** 20) }
  expect(() => writeModelFile({ kind: 'demo', options, ids: {}, arrays: {} })).toThrow(
    /^writeModelFile: options must take at most 1048576 bytes as JSON, with the names of arrays, got 10486\d\d$/,
  )
})
