import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { rowDraw, sampleOf } from '../../src/kmeans-variants/row-sample.js'

function timesDrawn(rows: number, weights: number[] | undefined, draws: number): number[] {
  const draw = rowDraw({ rows, ...(weights && { weights: Float64Array.from(weights) }) }, random(1))
  const times = new Array<number>(rows).fill(0)
  for (let i = 0; i < draws; i++) times[draw()]!++
  return times
}

test('rows are drawn as often as they weigh', () => {
  const times = timesDrawn(4, [1, 2, 4, 1], 8000)
  const expected = [1000, 2000, 4000, 1000]
  times.forEach((count, row) => expect(Math.abs(count - expected[row]!)).toBeLessThan(200))
})

test('rows without weights are drawn equally often', () => {
  for (const count of timesDrawn(5, undefined, 5000)) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

const points = { rows: 6, columns: 2, values: Float64Array.from({ length: 12 }, (_, i) => i) }

test('a sample holds each row once, in order, with the number of times it was drawn', () => {
  const drawn = [4, 1, 4, 3, 4]
  expect(sampleOf(points, 5, 2, () => drawn.shift()!)).toEqual({
    rows: 3,
    columns: 2,
    values: Float64Array.of(2, 3, 6, 7, 8, 9),
    weights: Float64Array.of(1, 1, 3),
  })
})

test('when too few different rows are drawn, the first ones are added', () => {
  const { values, weights } = sampleOf(points, 3, 3, () => 1)
  expect(values).toEqual(Float64Array.of(0, 1, 2, 3, 4, 5))
  expect(weights).toEqual(Float64Array.of(1, 3, 1))
})

test('no fewer draws than rows are all rows, with the number of times to be expected', () => {
  const never = () => NaN
  expect(sampleOf(points, 12, 2, never)).toEqual({ ...points, weights: new Float64Array(6).fill(2) })
  const weights = Float64Array.of(1, 1, 2, 2, 3, 3)
  expect(sampleOf({ ...points, weights }, 24, 2, never).weights).toEqual(weights.map((weight) => 2 * weight))
})
