import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { spanningTree } from '../../src/hierarchy/spanning-tree.js'
import { Pace } from '../../src/pace.js'
import { randomRows, squaredDistance } from '../points.js'

test('points on a line are joined to their neighbours', () => {
  const { left, right, heights } = run(spanningTree(Float64Array.of(5, 0, 9, 6), 1, new Pace()))
  const links = Array.from(left, (from, i) => [from, right[i], heights[i]])
  expect(links).toEqual([
    [0, 3, 1],
    [3, 2, 3],
    [0, 1, 5],
  ])
})

test('no link could be exchanged for a shorter one', () => {
  const points = randomRows(1, 40, 3)
  const { left, right, heights } = run(spanningTree(Float64Array.from(points.flat()), 3, new Pace()))
  for (let cut = 0; cut < heights.length; cut++) {
    const side = sideOf(cut, left, right)
    const crossings = points.flatMap((a, i) =>
      points.filter((_, j) => side[i] && !side[j]).map((b) => squaredDistance(a, b)),
    )
    expect(heights[cut]).toBeCloseTo(Math.sqrt(Math.min(...crossings)), 12)
  }
})

/** Which points are still joined to the first one when a link is cut. */
function sideOf(cut: number, left: Int32Array, right: Int32Array): boolean[] {
  const side = Array.from({ length: left.length + 1 }, (_, point) => point === 0)
  for (let round = 0; round < left.length; round++) {
    left.forEach((a, link) => {
      const b = right[link]!
      if (link !== cut && (side[a] || side[b])) side[a] = side[b] = true
    })
  }
  return side
}
