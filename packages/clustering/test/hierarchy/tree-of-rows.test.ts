import { expect, test } from 'vitest'
import { treeOfRows } from '../../src/hierarchy/tree-of-rows.js'
import { weightedPoints } from '../../src/weighted-points.js'

const links = { left: Int32Array.of(0), right: Int32Array.of(1), heights: Float64Array.of(4) }

test('identical rows join the first of them at height 0', () => {
  const points = weightedPoints('test', [[1], [5], [1], [5], [1]], undefined)
  expect(treeOfRows(points, links, undefined)).toEqual({
    rows: 5,
    merges: Int32Array.of(0, 2, 1, 3, 4, 5, 6, 7),
    heights: Float64Array.of(0, 0, 0, 4),
    sizes: Float64Array.of(1, 1, 1, 1, 1, 2, 2, 3, 5),
  })
})

test('a row of weight 0 joins the nearest that weighs something', () => {
  const weights = [0, 2, 1, 0]
  const points = weightedPoints('test', [[4], [1], [5], [1]], weights)
  expect(treeOfRows(points, links, weights)).toEqual({
    rows: 4,
    merges: Int32Array.of(0, 2, 1, 3, 4, 5),
    heights: Float64Array.of(0, 0, 4),
    sizes: Float64Array.of(0, 2, 1, 0, 1, 2, 3),
  })
})

test('rows that differ merge above height 0, however near they are', () => {
  const near = { ...links, heights: Float64Array.of(0) }
  const points = weightedPoints('test', [[0], [1e-200], [0]], undefined)
  expect(treeOfRows(points, near, undefined).heights).toEqual(Float64Array.of(0, Number.MIN_VALUE))
})
