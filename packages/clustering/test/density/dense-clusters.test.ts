import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { denseClusters } from '../../src/density/dense-clusters.js'
import { pointTree } from '../../src/density/point-tree.js'
import { Pace } from '../../src/pace.js'

/** Points on a line; so few that the tree leaves them in their order. */
function clustersOf(line: number[], eps: number, minPoints: number, weights = line.map(() => 1)) {
  const pace = new Pace()
  const tree = run(pointTree(Float64Array.from(line), 1, pace, { stage: 'tree', done: 0, total: 1 }))
  const from = Int32Array.from(line.keys())
  const { clusters, labels, core } = run(
    denseClusters(tree, Float64Array.from(weights), from, { eps, minPoints }, pace),
  )
  return { clusters, labels: Array.from(labels), core: Array.from(core) }
}

test('cores within reach of one another are one cluster, and the ends of a chain its border', () => {
  expect(clustersOf([1, 2, 3, 4, 8], 1, 3)).toEqual({ clusters: 1, labels: [0, 0, 0, 0, -1], core: [0, 1, 1, 0, 0] })
})

test('a point between two clusters joins the nearer core, wherever it stands', () => {
  // 0.9 is 0.9 from the core 0 and 0.85 from the core 1.75; with three points around it, it is no core itself.
  const left = [-0.3, -0.2, -0.1, 0]
  const right = [1.75, 1.85, 1.95, 2.05]
  for (const line of [
    [0.9, ...left, ...right],
    [...left, 0.9, ...right],
    [...right, 0.9, ...left],
  ]) {
    const { labels } = clustersOf(line, 0.9, 4)
    const same = line.map((value) => labels[line.indexOf(0)] === labels[line.indexOf(value)])
    expect(same).toEqual(line.map((value) => value <= 0))
  }
})

test('weight makes a core out of a single point', () => {
  expect(clustersOf([0, 5, 6], 1, 3, [3, 1, 1])).toEqual({ clusters: 1, labels: [0, -1, -1], core: [1, 0, 0] })
})

test('ten points of weight 0.1 weigh as much as one', () => {
  const line = Array.from({ length: 10 }, (_, i) => i / 100)
  const { core } = clustersOf(
    line,
    1,
    1,
    line.map(() => 0.1),
  )
  expect(core).toEqual(line.map(() => 1))
})
