import { expect, test } from 'vitest'
import { smoothPolynomial } from '../../src/knee/smooth-polynomial.js'

const evenly = (n: number) => Float64Array.from({ length: n }, (_, i) => i / (n - 1))

test('a line through points is the least-squares line', () => {
  // by hand: 2.5 / 5 a step, through the mean 1.75 in the middle
  const fitted = smoothPolynomial(evenly(4), Float64Array.of(1, 2, 1, 3), 1)
  ;[1, 1.5, 2, 2.5].forEach((value, i) => expect(fitted[i]).toBeCloseTo(value, 14))
})

test('points of a polynomial are given back, at uneven x and degree 7 too', () => {
  const x = evenly(40).map((value) => value ** 2)
  const y = x.map((value) => 3 - 5 * value + value ** 4 - 20 * value ** 7)
  smoothPolynomial(x, y, 7).forEach((value, i) => expect(value).toBeCloseTo(y[i]!, 12))
})

test('a degree one below the number of points goes through all of them', () => {
  const y = Float64Array.of(3, -1, 4, 1, -5, 9, 2, -6)
  smoothPolynomial(evenly(8), y, 7).forEach((value, i) => expect(value).toBeCloseTo(y[i]!, 11))
})

test('what is left over is orthogonal to every power up to the degree', () => {
  const x = evenly(25)
  const y = x.map((value) => Math.exp(3 * value) + Math.cos(40 * value))
  const fitted = smoothPolynomial(x, y, 4)
  for (let power = 0; power <= 4; power++) {
    expect(x.reduce((sum, value, i) => sum + (y[i]! - fitted[i]!) * value ** power, 0)).toBeCloseTo(0, 10)
  }
})

test('x that coincide to the last bits leave no NaN', () => {
  const fitted = smoothPolynomial(Float64Array.of(0, 1e-300, 1e-200, 1), Float64Array.of(0, 1, 0, 1), 3)
  expect(fitted.every(Number.isFinite)).toBe(true)
})
