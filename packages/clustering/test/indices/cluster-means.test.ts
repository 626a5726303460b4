import { expect, test } from 'vitest'
import { clusterMeans, sumsOfDistances } from '../../src/indices/cluster-means.js'
import { labelledRows } from '../../src/indices/labelled-rows.js'

const rows = labelledRows(
  'f',
  [
    [0, 0],
    [100, 100],
    [6, 8],
    [1, 1],
  ],
  [3, -1, 3, 5],
  { weights: [1, 9, 1, 2] },
)

test('means leave out rows without a cluster', () => {
  expect(clusterMeans(rows)).toEqual(Float64Array.of(3, 4, 1, 1))
})

test('distances to the means are added up, squared or not', () => {
  expect(sumsOfDistances(rows, clusterMeans(rows), false)).toEqual(Float64Array.of(10, 0))
  expect(sumsOfDistances(rows, clusterMeans(rows), true)).toEqual(Float64Array.of(50, 0))
})

test('distances count as often as their row', () => {
  const weighted = labelledRows('f', [[0], [4], [9]], [0, 0, 1], { weights: [3, 1, 1] })
  expect(clusterMeans(weighted)).toEqual(Float64Array.of(1, 9))
  expect(sumsOfDistances(weighted, clusterMeans(weighted), false)).toEqual(Float64Array.of(6, 0))
})
