import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { minimize } from '../../src/lifetime/minimize.js'
import { objectiveOf } from './objective-of.js'

const limits = { iterations: 200, tolerance: 1e-9, reach: 50 }

/** Rosenbrock's valley, with its lowest point at (1, 1). */
const valley = objectiveOf(([x, y], gradient) => {
  gradient[0] = -400 * x! * (y! - x! * x!) - 2 * (1 - x!)
  gradient[1] = 200 * (y! - x! * x!)
  return 100 * (y! - x! * x!) ** 2 + (1 - x!) ** 2
})

test("finds the end of Rosenbrock's valley", () => {
  const { point, ended, iterations } = run(minimize(valley, Float64Array.of(-1.2, 1), limits))
  expect(ended).toBe('converged')
  expect(iterations).toBeLessThan(60)
  point.forEach((element) => expect(element).toBeCloseTo(1, 8))
})

test('finds the middle of a narrow bowl in few rounds', () => {
  const scales = [1, 1e3, 1e-2, 30]
  const bowl = objectiveOf((point, gradient) => {
    point.forEach((element, i) => (gradient[i] = scales[i]! * (element - i)))
    return point.reduce((sum, element, i) => sum + (scales[i]! * (element - i) ** 2) / 2, 0)
  })
  const { point, ended, iterations } = run(minimize(bowl, Float64Array.of(1, 1, 1, 1), limits))
  expect([ended, iterations < 40]).toEqual(['converged', true])
  point.forEach((element, i) => expect(element).toBeCloseTo(i, 6))
})

test('says why it ended otherwise', () => {
  expect(run(minimize(valley, Float64Array.of(-1.2, 1), { ...limits, iterations: 3 })).ended).toBe('iterations')
  const slope = objectiveOf(([x], gradient) => {
    gradient[0] = -Math.exp(-x! / 100)
    return 100 * Math.exp(-x! / 100)
  })
  expect(run(minimize(slope, Float64Array.of(0), limits)).ended).toBe('reach')
  const wrong = objectiveOf(([x], gradient) => {
    gradient[0] = -1
    return x!
  })
  expect(run(minimize(wrong, Float64Array.of(0), limits)).ended).toBe('stuck')
})

test('a start at the minimum is the answer', () => {
  expect(run(minimize(valley, Float64Array.of(1, 1), limits))).toMatchObject({
    iterations: 0,
    ended: 'converged',
    value: 0,
  })
})

test('what a search learned of the curvature saves another one rounds', () => {
  const first = run(minimize(valley, Float64Array.of(0.5, 0.2), limits))
  const again = run(minimize(valley, Float64Array.of(1.02, 1.03), limits, first.inverse))
  const afresh = run(minimize(valley, Float64Array.of(1.02, 1.03), limits))
  expect(again.ended).toBe('converged')
  expect(again.iterations).toBeLessThan(afresh.iterations)
})
