import { random, run, type Dense } from '@clientele/core'
import { expect, test } from 'vitest'
import { drawInBox, unitBox } from '../../src/indices/unit-box.js'
import { randomRows } from '../points.js'
import { distance } from './labelled.js'

const matrix = (rows: number[][]): Dense => ({
  rows: rows.length,
  columns: rows[0]!.length,
  values: Float64Array.from(rows.flat()),
})
const rowOf = ({ columns, values }: Dense, row: number) => [...values.subarray(row * columns, (row + 1) * columns)]

test('along columns the points begin at 0 and the widest range is 1', () => {
  const given = matrix([
    [1, 10],
    [5, 10],
    [3, 11],
  ])
  expect(run(unitBox(given, undefined, 'columns'))).toEqual({
    points: { rows: 3, columns: 2, values: Float64Array.of(0, 0, 1, 0, 0.5, 0.25) },
    lengths: Float64Array.of(1, 0.25),
    unit: 4,
  })
})

test('along components a slanting line is one long axis', () => {
  const { points, lengths, unit } = run(
    unitBox(
      matrix([
        [0, 0],
        [3, 4],
        [6, 8],
      ]),
      undefined,
      'components',
    ),
  )
  expect(unit).toBe(8)
  expect(lengths[0]! * unit).toBeCloseTo(10, 12)
  expect(lengths[1]).toBeCloseTo(0, 12)
  expect([0, 1, 2].map((row) => rowOf(points, row)[0]! * unit).sort((a, b) => a - b)[1]).toBeCloseTo(5, 12)
})

test('distances are those given, in units', () => {
  const rows = randomRows(3, 30, 4)
  const { points, lengths, unit } = run(unitBox(matrix(rows), undefined, 'components'))
  for (let row = 1; row < 30; row++) {
    expect(distance(rowOf(points, row), rowOf(points, 0)) * unit).toBeCloseTo(distance(rows[row]!, rows[0]!), 12)
    rowOf(points, row).forEach((value, axis) => {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(lengths[axis]!)
    })
  }
})

test('more columns than rows leave fewer axes and the same distances', () => {
  const { points, unit } = run(
    unitBox(
      matrix([
        [1, 2, 3],
        [4, 6, 3],
      ]),
      undefined,
      'components',
    ),
  )
  expect(distance(rowOf(points, 0), rowOf(points, 1)) * unit).toBeCloseTo(5, 12)
})

test('rows drawn fill the box', () => {
  const drawn = drawInBox(Float64Array.of(2, 0, 0.5), 4000, random(1))
  const columns = [0, 1, 2].map((column) => Array.from({ length: 4000 }, (_, row) => rowOf(drawn, row)[column]!))
  expect(Math.min(...columns[0]!)).toBeLessThan(0.01)
  expect(Math.max(...columns[0]!)).toBeGreaterThan(1.99)
  expect(columns[1]!.every((value) => value === 0)).toBe(true)
  expect(columns[2]!.reduce((sum, value) => sum + value, 0) / 4000).toBeCloseTo(0.25, 1.5)
})
