import { expect, test } from 'vitest'
import { cutDendrogram, ward, type DendrogramCut } from '../../src/index.js'

const tree = {
  rows: 5,
  merges: Int32Array.of(1, 4, 0, 2, 3, 5, 6, 7),
  heights: Float64Array.of(0, 1, 2, 7),
  sizes: Float64Array.of(1, 1, 1, 1, 3, 4, 2, 5, 7),
}

test.each([
  [1, [0, 0, 0, 0, 0], [7]],
  [2, [0, 1, 0, 1, 1], [2, 5]],
  [3, [0, 1, 0, 2, 1], [2, 4, 1]],
  [4, [0, 1, 2, 3, 1], [1, 4, 1, 1]],
])('into %d clusters', (k, labels, sizes) => {
  expect(cutDendrogram(tree, { k })).toEqual({ labels: Int32Array.from(labels), sizes: Float64Array.from(sizes) })
})

test.each([
  [0, 4],
  [0.99, 4],
  [1, 3],
  [6.9, 2],
  [7, 1],
  [1e9, 1],
])('at height %d there are %d clusters', (height, k) => {
  expect(cutDendrogram(tree, { height })).toEqual(cutDendrogram(tree, { k }))
})

test('a single row, or rows that are all the same, are one cluster', () => {
  expect(cutDendrogram(ward([[5]]), { k: 1 })).toEqual({ labels: Int32Array.of(0), sizes: Float64Array.of(1) })
  expect(cutDendrogram(ward([[5], [5]]), { height: 0 })).toEqual({
    labels: Int32Array.of(0, 0),
    sizes: Float64Array.of(2),
  })
})

test.each([
  [{ k: 5 }, 'cutDendrogram: k must be at most 4, the number of distinct rows, got 5'],
  [{ k: 0 }, 'cutDendrogram: k must be at least 1, got 0'],
  [{ k: 1.5 }, 'cutDendrogram: k must be an integer, got 1.5'],
  [{ height: -1 }, 'cutDendrogram: height must be at least 0, got -1'],
  [{ height: NaN }, 'cutDendrogram: height must be finite, got NaN'],
  [{}, 'cutDendrogram: cut must have either k or height, got "neither"'],
  [{ k: 2, height: 1 }, 'cutDendrogram: cut must have either k or height, got "both"'],
])('%j is refused', (cut, message) => {
  expect(() => cutDendrogram(tree, cut as DendrogramCut)).toThrow(new RangeError(message))
})

test('rows that are all the same cannot be parted', () => {
  expect(() => cutDendrogram(ward([[5], [5]]), { k: 2 })).toThrow(
    'cutDendrogram: k must be at most 1, the number of distinct rows, got 2',
  )
})
