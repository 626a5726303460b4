import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { kmeans } from '../../src/index.js'
import { fillNarrowTiles, narrowPoints } from '../../src/kmeans/narrow-points.js'
import { Pace } from '../../src/pace.js'

function placed(rows: number, columns: number, values: Float64Array) {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const points = scope.copy(values)
  return { scope, points: { engine, pace: new Pace(), rows, columns, points, weights: points, weighted: 0 as const } }
}

test('many rows are copied less the mean of a sample, in single precision', () => {
  const rows = 2 ** 14
  const { scope, points } = placed(
    rows,
    1,
    Float64Array.from({ length: rows }, (_, row) => 1e9 + (row % 16 === 0 ? 2 : 8)),
  )
  const narrow = run(narrowPoints(scope, points, 3))!
  expect(narrow.shift.view()).toEqual(Float64Array.of(1e9 + 2))
  expect(Array.from(narrow.rows.view().subarray(0, 4))).toEqual([0, 0, 6, 0])
  expect(narrow.tiles.length).toBe(16)
})

test('few rows are not', () => {
  const { scope, points } = placed(2, 1, Float64Array.of(1, 2))
  expect(run(narrowPoints(scope, points, 1))).toBeUndefined()
})

test('nor rows that would leave no room: 50 million rows of six columns', () => {
  const { scope, points } = placed(2, 1, Float64Array.of(1, 2))
  expect(run(narrowPoints(scope, { ...points, rows: 50_000_000, columns: 6 }, 1))).toBeUndefined()
})

test('centers stand in narrow tiles less the shift, nobody infinitely far away, and the longest is known', () => {
  const { scope } = placed(1, 1, Float64Array.of(0))
  const narrow = {
    rows: scope.room('f32', 1),
    tiles: scope.room('f32', 32),
    shift: scope.copy(Float64Array.of(10, 20, 30)),
  }
  expect(fillNarrowTiles(Float64Array.of(10, 20, 30, 13, 20, 34), 3, narrow)).toBe(5)
  const tiles = Array.from(narrow.tiles.view())
  expect(tiles.slice(0, 3)).toEqual([0, 3, Infinity])
  expect(tiles.slice(16, 19)).toEqual([0, 4, Infinity])
  expect(tiles.slice(24)).toEqual(Array(8).fill(0))
})

test(
  'with many rows every one is with its nearest centroid, to the last digit, wherever the data lie',
  { timeout: 60_000 },
  () => {
    const cases = fc.record({
      columns: fc.integer({ min: 1, max: 5 }),
      k: fc.integer({ min: 1, max: 12 }),
      offset: fc.constantFrom(0, 1, 1e6, 1e12, 1e25),
      unit: fc.constantFrom(1, 1e-3, 1e-25, 1e6),
      seed: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(
      fc.property(cases, ({ columns, k, offset, unit, seed }) => {
        fc.pre(unit > offset * 1e-13)
        const rows = 2 ** 14 + 7
        let state = seed
        const values = Float64Array.from({ length: rows * columns }, () => {
          state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
          return offset + unit * (state % 1000)
        })
        const initial = { rows: k, columns, values: values.slice(0, k * columns) }
        const { labels, centroids } = kmeans({ rows, columns, values }, k, { initial, iterations: 3, tolerance: 0 })
        const distance = (row: number, center: number) => {
          let sum = 0
          for (let c = 0; c < columns; c++)
            sum += (values[row * columns + c]! - centroids.values[center * columns + c]!) ** 2
          return sum
        }
        for (let row = 0; row < rows; row += 5) {
          const own = distance(row, labels[row]!)
          for (let center = 0; center < k; center++) expect(distance(row, center) < own).toBe(false)
        }
      }),
      { numRuns: 25 },
    )
  },
)
