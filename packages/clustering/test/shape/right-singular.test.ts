import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { rightSingular } from '../../src/shape/right-singular.js'
import { randomRows, rowsOf } from '../points.js'

function of(points: readonly (readonly number[])[]) {
  return run(rightSingular(points.length, points[0]!.length, (row, into) => into.set(points[row]!)))
}

test('the singular values of a diagonal matrix are its sizes, largest first', () => {
  const { values, vectors } = of([
    [0, -3],
    [2, 0],
  ])
  expect(values[0]).toBeCloseTo(3, 14)
  expect(values[1]).toBeCloseTo(2, 14)
  expect(rowsOf(vectors).map((row) => row.map(Math.abs))).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test.each([
  [1, 4],
  [4, 4],
  [5, 4],
  [255, 4],
  [256, 4],
  [257, 4],
  [1000, 4],
  [2, 300],
  [300, 280],
])('%d × %d: vectors are orthonormal, and lengths along them are the singular values', (rows, columns) => {
  const points = randomRows(rows, rows, columns)
  const { values, vectors } = of(points)
  expect(values.length).toBe(Math.min(rows, columns))
  expect(Array.from(values)).toEqual(Array.from(values).sort((a, b) => b - a))
  const directions = rowsOf(vectors).slice(0, 5)
  directions.forEach((direction, i) => {
    directions.forEach((other, j) => expect(product(direction, other)).toBeCloseTo(i === j ? 1 : 0, 12))
    const length = Math.hypot(...points.map((point) => product(point, direction)))
    expect(length).toBeCloseTo(values[i]!, 10)
  })
  const squares = points.flat().reduce((sum, value) => sum + value * value, 0)
  expect(values.reduce((sum, value) => sum + value ** 2, 0) / squares).toBeCloseTo(1, 12)
})

test('small singular values keep their digits beside large ones', () => {
  const points = Array.from({ length: 600 }, (_, row) => (row % 2 === 0 ? [1e6, 1e6] : [1e-6, -1e-6]))
  const { values } = of(points)
  expect(values[1]! / (Math.sqrt(600) * 1e-6)).toBeCloseTo(1, 3)
})

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}
