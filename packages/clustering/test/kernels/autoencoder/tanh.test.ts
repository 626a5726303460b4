import { describe, expect, test } from 'vitest'
import { autoencoderKernels } from '../../../src/kernels/autoencoder/library.js'
import { tanhInPlace } from '../../../src/kernels/autoencoder/tanh.js'
import { workLength } from '../../../src/kernels/autoencoder/network.js'
import { normals, sameInBothForms } from '../forms.js'

function tanhOf(numbers: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(numbers)
  tanhInPlace(values, values.length)
  return values
}

const spread = Float64Array.from({ length: 4000 }, (_, i) => (i - 2000) / 90)

test('it is the hyperbolic tangent to sixteen digits after the point', () => {
  tanhOf(spread).forEach((value, i) => expect(Math.abs(value - Math.tanh(spread[i]!))).toBeLessThan(4.5e-16))
})

test('0 stays 0, and far away it is 1', () => {
  expect(tanhOf([0, -0, 19.9, 25, 1e300, -25, -1e300])).toEqual(Float64Array.of(0, 0, 1, 1, 1, -1, -1))
})

test('what lies behind the length is left alone', () => {
  const values = Float64Array.of(1, 1, 1)
  tanhInPlace(values, 2)
  expect(values[2]).toBe(1)
})

describe('compiled', () => {
  test.each([
    ['spread', spread],
    ['normal', normals('tanh', 4000)],
    ['extreme', Float64Array.of(0, -0, 1e-300, -1e-300, 5e-324, 20, -20, 1e300)],
  ])('it gives the same bits: %s', (_, numbers) => {
    const rows = numbers.length / 4
    const identity = Float64Array.from({ length: 20 }, (_, i) => (i < 16 && i % 5 === 0 ? 1 : 0))
    const args = sameInBothForms(
      'passRows',
      rows,
      rows,
      (scope) => [
        scope.copy(numbers),
        1,
        scope.copy(Int32Array.of(4, 4)),
        scope.copy(Int32Array.of(1)),
        scope.copy(identity),
        scope.zeros('f64', numbers.length),
        { scratch: 'f64', length: workLength([4, 4], 64) },
      ],
      autoencoderKernels,
    )
    expect(args[5]).toEqual(tanhOf(numbers))
  })
})
