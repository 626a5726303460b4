import { expect, test } from 'vitest'
import { differenceCurve, toUnit } from '../../src/knee/difference-curve.js'

const x = Float64Array.of(0, 0.5, 1)

test('a curve that rises and bends downwards stays as it is', () => {
  const y = Float64Array.of(0, 0.75, 1)
  expect(differenceCurve(x, y, 'concave', 'increasing')).toEqual({
    normalizedX: x,
    normalizedY: y,
    difference: Float64Array.of(0, 0.25, 0),
    mirrored: false,
  })
})

test('a falling curve that bends upwards is turned upside down', () => {
  const { normalizedY, mirrored } = differenceCurve(x, Float64Array.of(1, 0.25, 0), 'convex', 'decreasing')
  expect(normalizedY).toEqual(Float64Array.of(0, 0.75, 1))
  expect(mirrored).toBe(false)
})

test('the other two are mirrored by the values of x, not only by their order', () => {
  const uneven = Float64Array.of(0, 0.25, 1)
  const down = differenceCurve(uneven, Float64Array.of(1, 0.75, 0), 'concave', 'decreasing')
  expect(down.normalizedX).toEqual(Float64Array.of(0, 0.75, 1))
  expect(down.normalizedY).toEqual(Float64Array.of(0, 0.75, 1))
  expect(down.mirrored).toBe(true)
  const up = differenceCurve(uneven, Float64Array.of(0, 0.125, 1), 'convex', 'increasing')
  expect(up.normalizedX).toEqual(Float64Array.of(0, 0.75, 1))
  expect(up.normalizedY).toEqual(Float64Array.of(0, 0.875, 1))
})

test('numbers are scaled into the unit interval, and equal ones are not', () => {
  expect(toUnit([10, 30, 20])).toEqual(Float64Array.of(0, 1, 0.5))
  expect(toUnit([-1.5e308, 0, 1.5e308])).toEqual(Float64Array.of(0, 0.5, 1))
  expect(toUnit([7, 7])).toBeUndefined()
  expect(toUnit([7, 7.1], 0.2)).toBeUndefined()
})
