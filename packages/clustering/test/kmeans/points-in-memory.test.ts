import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { kmeans } from '../../src/index.js'
import { pointsInMemory } from '../../src/kmeans/points-in-memory.js'
import { rowsToCluster } from '../../src/kmeans/rows-to-cluster.js'

test('points and weights are copied to where kernels read them', () => {
  const engine = new Engine()
  const given = rowsToCluster('test', [[1, 2], [3, 4], [1, 2]], undefined, 1) // prettier-ignore
  const placed = run(pointsInMemory('test', engine, engine.arena.scope(), given))
  expect(Array.from(placed.points.view())).toEqual([1, 2, 3, 4])
  expect(Array.from(placed.weights.view())).toEqual([2, 1])
  expect(placed).toMatchObject({ rows: 2, columns: 2, weighted: 1 })
})

test.each([
  [NaN, 'kmeans: points[17000][1] must be finite, got NaN'],
  [-Infinity, 'kmeans: points[17000][1] must be finite, got -Infinity'],
  [2e100, 'kmeans: points[17000][1] must be between -1e+100 and 1e+100, got 2e+100'],
])('a cell that cannot be is found among many rows: %d', (bad, message) => {
  const values = Float64Array.from({ length: 40_000 }, (_, i) => Math.sin(i))
  values[34_001] = bad
  const initial = [[0, 0], [1, 1]] // prettier-ignore
  expect(() => kmeans({ rows: 20_000, columns: 2, values }, 2, { initial })).toThrow(new RangeError(message))
})
