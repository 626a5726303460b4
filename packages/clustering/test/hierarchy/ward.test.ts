import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutDendrogram, ward, wardAsync } from '../../src/index.js'
import { inertiaOf, randomRows, scoreCells } from '../points.js'
import { apartBy, heightsByHand } from './agglomerate.js'

test('three rows merge the two nearest first', () => {
  const { rows, merges, heights, sizes } = ward([[1], [2], [9]])
  expect({ rows, merges, sizes }).toEqual({
    rows: 3,
    merges: Int32Array.of(0, 1, 2, 3),
    sizes: Float64Array.of(1, 1, 1, 2, 3),
  })
  expect(heights[0]).toBe(1)
  expect(heights[1]).toBeCloseTo(Math.sqrt((4 / 3) * 7.5 ** 2), 12)
})

test('heights are those of always taking the two clusters that add least to the inertia', () => {
  for (let seed = 0; seed < 10; seed++) {
    const points = randomRows(seed, 30, 1 + (seed % 4))
    const expected = heightsByHand(points, apartBy.ward)
    ward(points).heights.forEach((height, merge) => expect(height).toBeCloseTo(expected[merge]!, 10))
  }
})

test('half the squared heights up to a cut add up to the inertia of the clusters', () => {
  const points = randomRows(3, 200, 3)
  const tree = ward(points)
  for (const k of [1, 2, 5, 20]) {
    const below = tree.heights.subarray(0, 200 - k).reduce((sum, height) => sum + (height * height) / 2, 0)
    expect(below).toBeCloseTo(inertiaOf(points, cutDendrogram(tree, { k }).labels, k), 9)
  }
})

test('heights never fall, also where distances tie and rounding decides', () => {
  const cells = fc.integer({ min: 0, max: 3 })
  fc.assert(
    fc.property(fc.array(fc.tuple(cells, cells, cells), { minLength: 1, maxLength: 60 }), (points) => {
      const { heights, merges, sizes } = ward(points)
      expect(heights).toEqual(heights.toSorted())
      expect(merges.toSorted()).toEqual(Int32Array.from({ length: 2 * points.length - 2 }, (_, cluster) => cluster))
      expect(sizes.at(-1)).toBe(points.length)
    }),
  )
})

test('thousands of customers with three scores are a tree of sixty cells', () => {
  const cells = Array.from({ length: 60 }, (_, i) => [i >> 4, (i >> 2) & 3, i & 3])
  const points = Array.from({ length: 6000 }, (_, row) => cells[(row * row) % 60]!)
  const distinct = new Set(points.map((point) => point.join())).size
  const tree = ward(points)
  expect(tree.heights.filter((height) => height > 0).length).toBe(distinct - 1)
  expect(cutDendrogram(tree, { k: distinct }).sizes.length).toBe(distinct)
})

test('a thousand rows, looked at in pieces, give the same', async () => {
  const points = randomRows(4, 1000, 3)
  const seen: number[] = []
  expect(await wardAsync(points, { onProgress: ({ done }) => seen.push(done) })).toEqual(ward(points))
  expect(seen.length).toBeGreaterThan(2)
  expect(seen.at(-1)).toBe(999)
})

describe.skipIf(!hasShared)('beside scipy', () => {
  test('sixty points: merges, heights, sizes and cuts', () => {
    const { points, ward: expected } = reference('clustering').hierarchy
    const tree = ward(points)
    expect(Array.from(tree.merges)).toEqual(expected.merges.flatMap(([left, right]: number[]) => [left, right]))
    expected.merges.forEach(([, , height, size]: number[], merge: number) => {
      expect(Math.abs(tree.heights[merge]! - height!)).toBeLessThanOrEqual(1e-9 * Math.max(1, height!))
      expect(tree.sizes[60 + merge]).toBe(size)
    })
    for (const [k, labels] of Object.entries(expected.labels)) {
      expect(Array.from(cutDendrogram(tree, { k: Number(k) }).labels)).toEqual(labels)
    }
  })

  test('iris: the last ten heights', () => {
    const { points, wardHeightsLast10 } = reference('clustering-iris')
    const { heights } = ward(points)
    wardHeightsLast10.forEach((height: number, i: number) => {
      expect(Math.abs(heights[139 + i]! - height)).toBeLessThanOrEqual(1e-9 * Math.max(1, height))
    })
  })

  test('weighted score cells give the heights of the customers one by one', () => {
    const { points, weights } = scoreCells()
    const repeated = points.flatMap((point, cell) => Array.from({ length: weights[cell]! }, () => point))
    const each = ward(repeated).heights
    const cells = ward(points, { weights }).heights
    cells.forEach((height, merge) => expect(each[repeated.length - 60 + merge]).toBe(height))
  })
})
