import { expect, test } from 'vitest'
import { explainClusters, kmeans } from '../../src/index.js'
import { randomRows } from '../points.js'

test('each cluster is described by its means, farthest from the average first', () => {
  // orders: mean 4, variance 26 / 3; days: mean 20, variance 200; both differences of the lone row are √(200) and √(26/3) apart.
  const explained = explainClusters(
    [
      [1, 10],
      [3, 10],
      [8, 40],
    ],
    [0, 0, 1],
    { names: ['orders', 'days'] },
  )
  expect(explained.map(({ cluster, size, share }) => ({ cluster, size, share }))).toEqual([
    { cluster: 0, size: 2, share: 2 / 3 },
    { cluster: 1, size: 1, share: 1 / 3 },
  ])
  expect(explained[0]!.features).toEqual([
    { name: 'days', column: 1, mean: 10, overallMean: 20, difference: -10, standardDeviations: -10 / Math.sqrt(200) },
    { name: 'orders', column: 0, mean: 2, overallMean: 4, difference: -2, standardDeviations: -2 / Math.sqrt(26 / 3) },
  ])
  expect(explained[1]!.features.map(({ name, mean }) => [name, mean])).toEqual([
    ['days', 40],
    ['orders', 8],
  ])
})

test('features without names go by their columns, and one that does not vary comes last', () => {
  const [first] = explainClusters(
    [
      [7, 1],
      [7, 2],
    ],
    [0, 1],
  )
  expect(first!.features.map(({ name }) => name)).toEqual(['1', '0'])
  expect(first!.features[1]).toEqual({
    name: '0',
    column: 0,
    mean: 7,
    overallMean: 7,
    difference: 0,
    standardDeviations: 0,
  })
})

test('features equally far away keep the order of the columns', () => {
  const [first] = explainClusters(
    [
      [1, 4, 2],
      [2, 3, 1],
    ],
    [0, 1],
  )
  expect(first!.features.map(({ column }) => column)).toEqual([0, 1, 2])
})

test('the sizes and means are those of k-means', () => {
  const points = randomRows(1, 200, 3)
  const { centroids, labels, sizes } = kmeans(points, 4, { seed: 1, tolerance: 0 })
  for (const { cluster, size, features } of explainClusters(points, labels)) {
    expect(size).toBe(sizes[cluster])
    for (const { column, mean } of features) expect(mean).toBeCloseTo(centroids.values[cluster * 3 + column]!, 12)
  }
})

test('names must fit the columns', () => {
  expect(() => explainClusters([[1, 2]], [0], { names: ['a'] })).toThrow(
    new RangeError('explainClusters: names.length must be 2, one per column, got 1'),
  )
  expect(() => explainClusters([[1]], [0], { names: [1 as never] })).toThrow(
    new TypeError('explainClusters: names[0] must be a string, got 1'),
  )
})
