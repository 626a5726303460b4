import { expect, test } from 'vitest'
import { elementTypeOf, regionOf, viewAt } from '../src/region.js'

const memory = { buffer: new ArrayBuffer(256) }

test.each([
  ['f64', Float64Array],
  ['f32', Float32Array],
  ['i32', Int32Array],
  ['u8', Uint8Array],
] as const)('a region of %s is seen as a typed array, and its parts too', (type, Kind) => {
  const region = regionOf(memory, type, 64, 4)
  region.view().set([1, 2, 3, 4])
  expect(region.view()).toEqual(Kind.of(1, 2, 3, 4))
  const part = region.from(2)
  expect(part.view()).toEqual(Kind.of(3, 4))
  expect(part.from(1).view()).toEqual(Kind.of(4))
  expect(part.address).toBe(64 + 2 * Kind.BYTES_PER_ELEMENT)
  expect(elementTypeOf(region.view())).toBe(type)
})

test('a view shows the bytes of an address', () => {
  expect(viewAt(Uint8Array.of(0, 0, 0, 0, 7, 0, 0, 0).buffer, 'i32', 4, 1)[0]).toBe(7)
})
