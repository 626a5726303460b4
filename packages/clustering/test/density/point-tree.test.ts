import { run } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neighborsWithin, pointTree, roomForNeighbors } from '../../src/density/point-tree.js'
import { Pace } from '../../src/pace.js'
import { randomRows, squaredDistance } from '../points.js'

function treeOf(points: readonly (readonly number[])[]) {
  return run(
    pointTree(Float64Array.from(points.flat()), points[0]!.length, new Pace(), { stage: 'tree', done: 0, total: 1 }),
  )
}

function around(tree: ReturnType<typeof treeOf>, point: readonly number[], squaredRadius: number) {
  const found = roomForNeighbors(tree)
  neighborsWithin(tree, Float64Array.from(point), squaredRadius, found)
  return Array.from({ length: found.count }, (_, i) => [tree.rowOf[found.at[i]!]!, found.distances[i]!] as const).sort(
    ([a], [b]) => a - b,
  )
}

function aroundByHand(points: readonly (readonly number[])[], point: readonly number[], squaredRadius: number) {
  return points
    .map((other, row) => [row, squaredDistance(point, other)] as const)
    .filter(([, distance]) => distance <= squaredRadius)
}

test('finds what a look at every point finds, on the edge of the radius too', () => {
  // Small integers: many equal cells in a column, many distances of exactly the radius.
  const cells = fc.integer({ min: -5, max: 5 })
  const rows = fc.array(fc.tuple(cells, cells, cells), { minLength: 1, maxLength: 120 })
  fc.assert(
    fc.property(rows, fc.tuple(cells, cells, cells), fc.integer({ min: 0, max: 60 }), (points, point, squared) => {
      expect(around(treeOf(points), point, squared)).toEqual(aroundByHand(points, point, squared))
    }),
  )
})

test('so it does in one column and in seven, with fractions', () => {
  for (const columns of [1, 7]) {
    const points = randomRows(columns, 500, columns)
    const tree = treeOf(points)
    for (const point of points.slice(0, 50)) {
      expect(around(tree, point, 0.3)).toEqual(aroundByHand(points, point, 0.3))
    }
  }
})

test('holds every row once, with its numbers', () => {
  const points = randomRows(3, 300, 2)
  const { rowOf, values } = treeOf(points)
  expect(rowOf.toSorted()).toEqual(Int32Array.from(points.keys()))
  rowOf.forEach((row, at) => expect(Array.from(values.subarray(2 * at, 2 * at + 2))).toEqual(points[row]))
})
