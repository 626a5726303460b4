import { dense } from '@clientele/core'
import { expect, test } from 'vitest'
import { scaledRows, scalingOf } from '../../../src/shape/autoencoder/scaling.js'

const points = dense([
  [1, 5],
  [3, 11],
])

test('columns lose their means, and all are divided by the root of their mean variance', () => {
  // Variances 1 and 9.
  const scaling = scalingOf(points)
  expect(scaling).toEqual({ mean: Float64Array.of(2, 8), scale: Math.sqrt(5) })
  const unit = 1 / Math.sqrt(5)
  expect(scaledRows(points, scaling)).toEqual(Float64Array.of(-unit, -3 * unit, 0, 0, unit, 3 * unit, 0, 0))
})

test('rows come in the order asked for', () => {
  const rows = scaledRows(points, { mean: new Float64Array(2), scale: 1 }, Int32Array.of(1, 0))
  expect(rows).toEqual(Float64Array.of(3, 11, 0, 0, 1, 5, 0, 0))
})

test('where nothing varies the scale is 1 and all is 0', () => {
  const same = dense([[0.1], [0.1], [0.1]])
  expect(scalingOf(same)).toEqual({ mean: Float64Array.of(0.1), scale: 1 })
  expect(scaledRows(same, scalingOf(same)).every((value) => value === 0)).toBe(true)
})
