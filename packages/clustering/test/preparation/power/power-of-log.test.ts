import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logOfPower, powerOfLog } from '../../../src/preparation/power/power-of-log.js'

test('powers of e', () => {
  expect(powerOfLog(2, 1)).toBeCloseTo(Math.E ** 2 - 1, 12)
  expect(powerOfLog(2, -1)).toBeCloseTo(1 - Math.E ** -2, 12)
  expect(powerOfLog(2, 0)).toBe(2)
})

test('a power near 0 goes over into the logarithm', () => {
  for (const power of [1e-9, 1e-19, 1e-21, 5e-324, -5e-324]) expect(powerOfLog(3, power)).toBeCloseTo(3, 7)
})

test('the logarithm comes back', () => {
  const log = fc.double({ min: -20, max: 20, noNaN: true })
  const power = fc.double({ min: -1, max: 1, noNaN: true })
  fc.assert(
    fc.property(log, power, (l, p) => {
      expect(logOfPower(powerOfLog(l, p), p)).toBeCloseTo(l, 5)
    }),
  )
})

test('beyond the end of the curve there is no logarithm', () => {
  expect(logOfPower(2, -0.5)).toBeNaN()
  expect(logOfPower(-4, 0.5)).toBeNaN()
  expect(logOfPower(1.99, -0.5)).toBeCloseTo(Math.log(0.005) / -0.5, 9)
})
