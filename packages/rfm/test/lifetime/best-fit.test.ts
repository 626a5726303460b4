import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { bestFit, type FitProblem } from '../../src/lifetime/best-fit.js'
import { ConvergenceError } from '../../src/lifetime/convergence-error.js'
import { resolveFitOptions } from '../../src/lifetime/fit-options.js'

/** Ten exponential times of mean 2 in hours, counted in minutes: the rate of highest likelihood is 1/2 an hour, 1/120 a minute. */
const waiting: FitProblem = {
  names: ['rate'],
  scales: [1 / 60],
  start: [1],
  customers: 10,
  scaling: 10 * Math.log(60),
  *meanLikelihood([rate], slopes, progress) {
    yield progress
    slopes[0] = 1 / rate! - 2
    return Math.log(rate!) - 2 * rate!
  },
}

const options = resolveFitOptions('fit', {})

test('gives the parameters in their unit, the likelihood in that unit, and every run', () => {
  const { parameters, fit } = run(bestFit('fit', waiting, options))
  expect(parameters['rate']).toBeCloseTo(1 / 120, 9)
  expect(fit.logLikelihood).toBeCloseTo(10 * (Math.log(1 / 120) - 120 / 120), 9)
  expect(fit.customers).toBe(10)
  expect(fit.slope).toBeLessThan(1e-8)
  expect(fit.runs).toHaveLength(3)
  fit.runs.forEach((each) => expect(each).toMatchObject({ converged: true }))
})

test('the penalty pulls parameters to 0: 1/λ − 2 − 2 · 0.5 λ = 0 at λ = √2 − 1', () => {
  const { parameters, fit } = run(bestFit('fit', waiting, { ...options, regularization: 0.5 }))
  const rate = (Math.SQRT2 - 1) / 60
  expect(parameters['rate']).toBeCloseTo(rate, 9)
  expect(fit.logLikelihood).toBeCloseTo(10 * (Math.log(rate) - 120 * rate), 7)
})

test('of two maxima the higher one counts', () => {
  const hills: FitProblem = {
    ...waiting,
    scales: [1],
    scaling: 0,
    *meanLikelihood([parameter], slopes, progress) {
      yield progress
      const x = Math.log(parameter!)
      // A cubic slope: hills at −1 and 2, of which the second is higher, and a valley at 0 beside the start.
      slopes[0] = (-(x + 1) * x * (x - 2)) / parameter!
      return -(x ** 4 / 4 - x ** 3 / 3 - x ** 2)
    },
    start: [0.9],
  }
  const once = run(bestFit('fit', hills, { ...options, restarts: 1 }))
  expect(Math.log(once.parameters['rate']!)).toBeCloseTo(-1, 6)
  const often = run(bestFit('fit', hills, { ...options, restarts: 10 }))
  expect(Math.log(often.parameters['rate']!)).toBeCloseTo(2, 6)
  expect(often.fit.runs).toHaveLength(10)
})

test('a likelihood without a maximum is an error with the best parameters', () => {
  const endless: FitProblem = {
    ...waiting,
    *meanLikelihood([rate], slopes, progress) {
      yield progress
      slopes[0] = 1 / rate!
      return Math.log(rate!)
    },
  }
  const fit = () => run(bestFit('fit', endless, options))
  expect(fit).toThrow(ConvergenceError)
  expect(fit).toThrow(
    /^fit: the fit must converge \(best parameters found: rate \d+\), got "rate that runs to infinity"$/,
  )
})

test('too few iterations are an error that says so', () => {
  const fit = () => run(bestFit('fit', waiting, { ...options, iterations: 1, restarts: 1 }))
  expect(fit).toThrow(/"a slope of .* after 1 iterations"/)
})

test('a value that does not fit its slopes is an error that says so', () => {
  const wrong: FitProblem = {
    ...waiting,
    *meanLikelihood([rate], slopes, progress) {
      yield progress
      slopes[0] = 1
      return -rate!
    },
  }
  expect(() => run(bestFit('fit', wrong, { ...options, restarts: 1 }))).toThrow('"no way up from a slope of 1.0"')
})

test('of runs that end at the same value, one that converged counts', () => {
  const blind: FitProblem = {
    ...waiting,
    start: [0.5],
    // The first run begins at the maximum and is told of a slope that is not there.
    *meanLikelihood([rate], slopes, progress) {
      yield progress
      slopes[0] = progress.done === 0 ? 1 : 1 / rate! - 2
      return Math.log(rate!) - 2 * rate!
    },
  }
  const { parameters, fit } = run(bestFit('fit', blind, options))
  expect(fit.runs.map(({ converged }) => converged)).toEqual([false, true, true])
  expect(parameters['rate']).toBeCloseTo(1 / 120, 9)
})
