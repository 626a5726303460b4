import { expect, test } from 'vitest'
import { drawnPoints } from '../../src/choose-k/drawn-points.js'

const points = { rows: 5, columns: 1, values: Float64Array.of(3, 1, 3, 2, 1) }

test('few rows are all looked at, each distinct one once', () => {
  expect(drawnPoints(points, undefined, 5, 1)).toEqual({
    points: { rows: 3, columns: 1, values: Float64Array.of(3, 1, 2) },
    weights: Float64Array.of(2, 2, 1),
    total: 5,
  })
})

test('weights count', () => {
  const { weights, total } = drawnPoints(points, Float64Array.of(1, 2, 3, 4, 5), 15, 1)
  expect(weights).toEqual(Float64Array.of(4, 7, 4))
  expect(total).toBe(15)
})

test('of many rows a sample is drawn, the same for the same seed', () => {
  const values = Float64Array.from({ length: 1000 }, (_, row) => row % 50)
  const many = { rows: 1000, columns: 1, values }
  const drawn = drawnPoints(many, undefined, 100, 'seed')
  expect(drawn.total).toBe(100)
  expect(drawn.weights.reduce((sum, weight) => sum + weight, 0)).toBe(100)
  expect(drawnPoints(many, undefined, 100, 'seed')).toEqual(drawn)
  expect(drawnPoints(many, undefined, 100, 'other')).not.toEqual(drawn)
})

test('a row is drawn at most as often as it weighs', () => {
  for (let seed = 0; seed < 20; seed++) {
    const { points: drawn, weights } = drawnPoints(points, Float64Array.of(1, 1, 1, 3, 1), 6, seed)
    const limits: Record<number, number> = { 1: 2, 2: 3, 3: 2 }
    weights.forEach((weight, row) => expect(weight).toBeLessThanOrEqual(limits[drawn.values[row]!]!))
  }
})
