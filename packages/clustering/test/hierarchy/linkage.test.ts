import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { cutDendrogram, linkage, linkageAsync } from '../../src/index.js'
import { randomRows } from '../points.js'
import { apartBy, heightsByHand } from './agglomerate.js'

const methods = ['average', 'complete', 'single'] as const

test('three rows: the second merge is over the mean, the larger or the smaller of two distances', () => {
  const heights = methods.map((method) => Array.from(linkage([[1], [2], [9]], method).heights))
  expect(heights).toEqual([
    [1, 7.5],
    [1, 8],
    [1, 7],
  ])
})

describe.each(methods)('%s linkage', (method) => {
  test('heights are those of always merging the two closest clusters', () => {
    for (let seed = 0; seed < 10; seed++) {
      const points = randomRows(seed, 30, 1 + (seed % 4))
      const expected = heightsByHand(points, apartBy[method])
      linkage(points, method).heights.forEach((height, merge) => expect(height).toBeCloseTo(expected[merge]!, 10))
    }
  })

  test('a row of weight 2 is a row given twice', () => {
    const points = randomRows(5, 30, 2)
    const weights = points.map((_, row) => 1 + (row % 3))
    const repeated = points.flatMap((point, row) => Array.from({ length: weights[row]! }, () => point))
    const once = linkage(points, method, { weights })
    const often = linkage(repeated, method)
    expect(often.heights.subarray(repeated.length - 30)).toEqual(once.heights)
    expect(often.sizes.subarray(-29)).toEqual(once.sizes.subarray(-29))
  })

  test('the asynchronous form gives the same bits', async () => {
    const points = randomRows(6, 500, 3)
    const seen: number[] = []
    const onProgress = ({ done }: { done: number }) => seen.push(done)
    expect(await linkageAsync(points, method, { onProgress })).toEqual(linkage(points, method))
    expect(seen.at(-1)).toBe(499)
  })

  test.skipIf(!hasShared)('sixty points: merges, heights, sizes and cuts are scipy’s', () => {
    const { points, [method]: expected } = reference('clustering').hierarchy
    const tree = linkage(points, method)
    expect(Array.from(tree.merges)).toEqual(expected.merges.flatMap(([left, right]: number[]) => [left, right]))
    expected.merges.forEach(([, , height, size]: number[], merge: number) => {
      expect(Math.abs(tree.heights[merge]! - height!)).toBeLessThanOrEqual(1e-9 * Math.max(1, height!))
      expect(tree.sizes[60 + merge]).toBe(size)
    })
    for (const [k, labels] of Object.entries(expected.labels)) {
      expect(Array.from(cutDendrogram(tree, { k: Number(k) }).labels)).toEqual(labels)
    }
  })
})

test('another method is refused', () => {
  expect(() => linkage([[1], [2]], 'median' as 'single')).toThrow(
    new RangeError('linkage: method must be one of "average", "complete", "single", got "median"'),
  )
})

test('more rows than their distances fit into memory are refused, except for single linkage', () => {
  const points = { rows: 20_001, columns: 1, values: Float64Array.from({ length: 20_001 }, (_, row) => row) }
  for (const method of ['average', 'complete'] as const) {
    expect(() => linkage(points, method)).toThrow(
      new RangeError(`linkage: points must have at most 20000 distinct rows for ${method} linkage, got 20001`),
    )
  }
})
