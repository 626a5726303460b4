import { random, run } from '@clientele/core'
import { expect, test } from 'vitest'
import type { CovarianceShape } from '../../src/index.js'
import { mixtureRows } from '../../src/mixture/mixture-rows.js'
import { runEm } from '../../src/mixture/run-em.js'
import { Pace } from '../../src/pace.js'

const progress = { stage: 'mixture', done: 0, total: 1 }

/** Two clouds that overlap, and memberships that know little of them. */
function beginning() {
  const stream = random(3)
  const values = Float64Array.from({ length: 400 }, (_, i) => stream.normal() + (i % 4 < 2 ? 0 : 2.5))
  const points = mixtureRows({ rows: 200, columns: 2, values, weights: new Float64Array(200).fill(1) }, 1e-9)
  const memberships = new Float64Array(400)
  for (let row = 0; row < 200; row++) {
    memberships[2 * row] = 0.3 + 0.4 * stream.next()
    memberships[2 * row + 1] = 1 - memberships[2 * row]!
  }
  return { points, memberships }
}

function after(iterations: number, covariance: CovarianceShape = 'full', tolerance = 0) {
  const { points, memberships } = beginning()
  return run(runEm(points, memberships, { covariance, iterations, tolerance }, new Pace(), progress))
}

test.each(['full', 'tied', 'diagonal', 'spherical'] as const)('the likelihood never falls: %s', (covariance) => {
  const likelihoods = Array.from({ length: 30 }, (_, i) => after(i + 1, covariance).logLikelihood)
  likelihoods.slice(1).forEach((likelihood, i) => expect(likelihood).toBeGreaterThan(likelihoods[i]! - 1e-9))
  expect(likelihoods.at(-1)).toBeGreaterThan(likelihoods[0]!)
})

test('a run that may not go on says so, and a tolerance ends it sooner', () => {
  expect(after(5)).toMatchObject({ iterations: 5, converged: false })
  const loose = after(1000, 'full', 1e-3)
  const strict = after(1000, 'full', 1e-8)
  expect([loose.converged, strict.converged]).toEqual([true, true])
  expect(loose.iterations).toBeLessThan(strict.iterations)
})
