import { expect, test } from 'vitest'
import { rowsToCluster } from '../../src/kmeans/rows-to-cluster.js'

test('many rows of a matrix that hardly repeat stay where they are, unchecked', () => {
  const values = Float64Array.from({ length: 40_000 }, (_, i) => Math.sin(i))
  const input = { rows: 20_000, columns: 2, values }
  expect(rowsToCluster('test', input, undefined, 8)).toEqual({
    rows: 20_000,
    columns: 2,
    values,
    input,
    checked: false,
  })
  // As many clusters as that are known to be possible only after merging.
  expect(rowsToCluster('test', input, undefined, 5000).rowOfInput).toHaveLength(20_000)
})

test('many rows that repeat are merged', () => {
  const values = Float64Array.from({ length: 40_000 }, (_, i) => (i >> 1) % 3000)
  const points = rowsToCluster('test', { rows: 20_000, columns: 2, values }, undefined, 8)
  expect(points).toMatchObject({ rows: 3000, checked: true })
  expect(points.weights?.[0]).toBe(7)
})

test('few rows are merged in any case, and rows with weights too', () => {
  expect(rowsToCluster('test', { rows: 2, columns: 1, values: Float64Array.of(4, 4) }, undefined, 1)).toMatchObject({
    rows: 1,
    weights: Float64Array.of(2),
    rowOfInput: Int32Array.of(0, 0),
    checked: true,
  })
})
