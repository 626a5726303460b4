import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { Pace } from '../../../src/pace.js'
import { logsOf, thinned, transformed } from '../../../src/preparation/power/logs.js'

const yeoJohnson = { log: Math.log1p, mirrored: true }

test('values below 0 are kept apart by the logarithms of their size', () => {
  const values = Float64Array.of(0, -1, 3, -7)
  const { up, down, slope, least, most } = run(logsOf(values, yeoJohnson, new Pace()))
  expect(Array.from(up, Math.expm1).map(Math.round)).toEqual([0, 3])
  expect(Array.from(down, Math.expm1).map(Math.round)).toEqual([7, 1])
  expect(slope).toBeCloseTo((Math.log(4) - Math.log(2) - Math.log(8)) / 4, 12)
  expect([least, most]).toEqual([0, Math.log1p(7)])
})

test('where nothing is mirrored all logarithms are together', () => {
  const { up, down, slope } = run(
    logsOf(Float64Array.of(Math.E, 1 / Math.E, 1), { log: Math.log, mirrored: false }, new Pace()),
  )
  expect([up.length, down.length]).toEqual([3, 0])
  expect(slope).toBeCloseTo(0, 12)
})

test('a thinned column keeps one of so many values of either sign', () => {
  const values = Float64Array.from({ length: 10 }, (_, i) => i - 4)
  const { up, down } = thinned(run(logsOf(values, yeoJohnson, new Pace())), 3)
  expect(Array.from(up, Math.expm1).map(Math.round)).toEqual([0, 3])
  expect(Array.from(down, Math.expm1).map(Math.round)).toEqual([1, 4])
})

test('values are transformed with the power of their side', () => {
  const logs = run(logsOf(Float64Array.of(3, -1, 0), yeoJohnson, new Pace()))
  const squares = run(transformed(logs, 2, new Pace()))
  expect(squares[0]).toBeCloseTo((4 ** 2 - 1) / 2, 12)
  expect(squares[1]).toBe(0)
  expect(squares[2]).toBeCloseTo(-Math.LN2, 12)
})
