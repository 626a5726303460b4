import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { searchLine, type Place } from '../../src/lifetime/search-line.js'
import { objectiveOf } from './objective-of.js'

/** (x − 3)² / 2 */
const bowl = objectiveOf(([x], gradient) => {
  gradient[0] = x! - 3
  return gradient[0] ** 2 / 2
})

const at = (x: number): Place => ({
  point: Float64Array.of(x),
  value: (x - 3) ** 2 / 2,
  gradient: Float64Array.of(x - 3),
})

test('takes the first step where it is good', () => {
  expect(run(searchLine(bowl, at(1), Float64Array.of(2), 1))!.point[0]).toBe(3)
})

test('halves a step that is too long and doubles one that is too short', () => {
  expect(run(searchLine(bowl, at(1), Float64Array.of(16), 1))!.value).toBeLessThan(2)
  expect(run(searchLine(bowl, at(1), Float64Array.of(1e-3), 1))!.value).toBeLessThan(1.9)
})

test('no element moves by more than 3', () => {
  expect(run(searchLine(bowl, at(-100), Float64Array.of(1e6), 1))!.point[0]).toBeCloseTo(-97, 9)
})

test('there is nothing lower on the way up, and nothing where the function is no number', () => {
  expect(run(searchLine(bowl, at(1), Float64Array.of(-1), 1))).toBeUndefined()
  const broken = objectiveOf((_, gradient) => {
    gradient[0] = NaN
    return NaN
  })
  expect(run(searchLine(broken, at(1), Float64Array.of(1), 1))).toBeUndefined()
})
