import { expect, test } from 'vitest'
import { dendrogramOf, rootOf } from '../../src/hierarchy/dendrogram.js'

test('merges are put in order of height and name the clusters that hold the rows by then', () => {
  const links = { left: Int32Array.of(3, 0, 1), right: Int32Array.of(0, 1, 2), heights: Float64Array.of(9, 1, 4) }
  expect(dendrogramOf(links, Float64Array.of(1, 1, 2, 1))).toEqual({
    rows: 4,
    merges: Int32Array.of(0, 1, 2, 4, 3, 5),
    heights: Float64Array.of(1, 4, 9),
    sizes: Float64Array.of(1, 1, 2, 1, 2, 4, 5),
  })
})

test('equally high merges stay in the order given', () => {
  const links = { left: Int32Array.of(2, 0, 0), right: Int32Array.of(3, 1, 2), heights: Float64Array.of(5, 5, 5) }
  expect(dendrogramOf(links, new Float64Array(4).fill(1)).merges).toEqual(Int32Array.of(2, 3, 0, 1, 4, 5))
})

test('a single row is a tree without merges', () => {
  const none = { left: Int32Array.of(), right: Int32Array.of(), heights: Float64Array.of() }
  expect(dendrogramOf(none, Float64Array.of(3))).toMatchObject({ rows: 1, sizes: Float64Array.of(3) })
})

test('the root of a cluster is found through all that hold it', () => {
  const parents = Int32Array.of(3, 3, 4, 4, 4)
  expect(Array.from(parents.keys(), (cluster) => rootOf(parents, cluster))).toEqual([4, 4, 4, 4, 4])
})
