import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { bestRun, givenRun, runLimits, withPoints } from '../../src/kmeans/best-run.js'
import { rowsToCluster } from '../../src/kmeans/rows-to-cluster.js'
import { randomRows } from '../points.js'
import { withRows } from './in-memory.js'

const limits = { iterations: 100, leastMove: 0 }
const progressAt = (done: number) => ({ stage: 'test', done, total: 5 })

test('the run of the lowest inertia is kept, and run i does not depend on how many there are', () => {
  const rows = randomRows(1, 60, 2)
  const inertias = [1, 2, 3, 4, 5].map((restarts) =>
    withRows(rows, undefined, (points) => bestRun(points, 7, { seed: 3, restarts, tries: 0 }, limits, progressAt)),
  )
  expect(new Set(inertias.map(({ inertia }) => inertia)).size).toBeGreaterThan(1)
  inertias.slice(1).forEach(({ inertia }, i) => expect(inertia).toBeLessThanOrEqual(inertias[i]!.inertia))
})

test('progress is told after every run', () => {
  const done: number[] = []
  withRows(randomRows(2, 20, 2), undefined, function* (points) {
    for (const step of bestRun(points, 3, { seed: 1, restarts: 5, tries: 0 }, limits, progressAt)) {
      if ('done' in step) done.push(step.done)
    }
    for (const step of givenRun(points, Float64Array.of(0, 0), limits, progressAt))
      if ('done' in step) done.push(step.done)
    yield progressAt(0)
  })
  expect(done).toEqual([1, 2, 3, 4, 5, 1])
})

test('the tolerance is a share of the mean variance of the columns', () => {
  const points = rowsToCluster('test', [[0, 7], [4, 7]], undefined, 1) // prettier-ignore
  expect(runLimits(points, { iterations: 9, tolerance: 0.5 })).toEqual({ iterations: 9, leastMove: 1 })
  expect(runLimits(points, { iterations: 9, tolerance: 0 })).toEqual({ iterations: 9, leastMove: 0 })
})

test('all memory is given back, however the work ends', () => {
  const engine = new Engine()
  const points = rowsToCluster('test', randomRows(3, 50, 2), undefined, 1)
  const before = engine.arena.used
  run(withPoints('test', engine, points, (placed) => givenRun(placed, Float64Array.of(0, 0, 1, 1), limits, progressAt)))
  expect(engine.arena.used).toBe(before)
  const failing = withPoints('test', engine, points, function* () {
    yield progressAt(0)
    throw new Error('enough')
  })
  expect(() => run(failing)).toThrow('enough')
  expect(engine.arena.used).toBe(before)
})
