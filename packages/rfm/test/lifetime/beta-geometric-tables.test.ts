import { expect, test } from 'vitest'
import { betaGeometricTables } from '../../src/lifetime/beta-geometric-tables.js'
import { distinctTimes } from '../../src/lifetime/distinct-times.js'

const [ends, lasts] = [distinctTimes(Float64Array.of(9, 9, 7)), distinctTimes(Float64Array.of(0, 4, 4))]
const at = (r: number, alpha: number, a: number, b: number, early: 0 | 1) =>
  betaGeometricTables(Float64Array.of(r, alpha, a, b), early, 2, ends, lasts)

test('hold what depends on the number of repeat purchases alone', () => {
  const [r, alpha, a, b] = [0.5, 2, 1, 3]
  const { constant, logOdds, perStay } = at(r, alpha, a, b, 0)
  // (r)₂ αʳ (b)₂ / (a+b)₂
  expect(constant[2]).toBeCloseTo(Math.log((0.5 * 1.5 * Math.sqrt(2) * 3 * 4) / (4 * 5)), 14)
  expect([...logOdds]).toEqual([-Infinity, Math.log(1 / 3), Math.log(1 / 4)])
  expect([...perStay]).toEqual([0, 1 / 3, 1 / 4])
})

test('one early decision moves the chances by one', () => {
  const { constant, logOdds } = at(0.5, 2, 1, 3, 1)
  expect(constant[1]).toBeCloseTo(Math.log((0.5 * Math.sqrt(2) * 3 * 4) / (4 * 5)), 14)
  expect([...logOdds]).toEqual([1 / 3, 1 / 4, 1 / 5].map(Math.log))
})

test('hold what depends on one time alone, once for each', () => {
  const { logEnd, perEnd, logLast, perLast } = at(0.5, 2, 1, 3, 0)
  expect(logEnd).toEqual(Float64Array.of(Math.log(11), Math.log(9)))
  expect(perEnd).toEqual(Float64Array.of(1 / 11, 1 / 9))
  expect(logLast).toEqual(Float64Array.of(Math.log(2), Math.log(6)))
  expect(perLast).toEqual(Float64Array.of(1 / 2, 1 / 6))
})
