import { run, type Progress } from '@clientele/core'
import { expect, test } from 'vitest'
import { bestRestart, withInertia } from '../src/best-restart.js'
import { Pace } from '../src/pace.js'
import { weightedPoints } from '../src/weighted-points.js'
import { randomRows } from './points.js'

const progressAt = (done: number): Progress => ({ stage: 'test', done, total: 4 })
const limits = { iterations: 300, tolerance: 0 }

test('the run of the lowest inertia is kept, as found by as many runs or more', () => {
  const points = weightedPoints('test', randomRows(1, 60, 2), undefined)
  const runs = [1, 2, 3, 4, 5, 6].map((restarts) =>
    run(bestRestart(points, 8, { seed: 3, restarts, ...limits }, new Pace(), progressAt)),
  )
  runs.slice(1).forEach((each, i) => {
    expect(each.inertia <= runs[i]!.inertia).toBe(true)
    if (each.inertia === runs[i]!.inertia) expect(each).toEqual(runs[i])
  })
  expect(new Set(runs.map(({ inertia }) => inertia)).size).toBeGreaterThan(1)
})

test('every run is reported when it ends', () => {
  const points = weightedPoints('test', randomRows(2, 20, 2), undefined)
  const steps = bestRestart(points, 3, { seed: 3, restarts: 4, ...limits }, new Pace(), progressAt)
  expect([...steps]).toMatchObject([{ done: 1 }, { done: 2 }, { done: 3 }, { done: 4 }])
})

test('the inertia loses nothing to the order of its terms', () => {
  const points = weightedPoints('test', [[0], [1], [2], [3]], [1, 1, 1, 2])
  const rest = { centroids: new Float64Array(1), labels: new Int32Array(4), iterations: 1, converged: true }
  const distances = Float64Array.of(1, 2 ** 53, 1, 0.5)
  expect(withInertia(points, { ...rest, distances }).inertia).toBe(2 ** 53 + 4)
})
