import { random, run } from '@clientele/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pace } from '../../../src/pace.js'
import { logsOf } from '../../../src/preparation/power/logs.js'
import { mostLikelyPower } from '../../../src/preparation/power/most-likely-power.js'
import { naiveLikelihood } from './naive-likelihood.js'

const wide = { low: -50, high: 50 }

function powerOf(values: readonly number[], range = wide): number {
  const logs = run(logsOf(Float64Array.from(values), { log: Math.log1p, mirrored: true }, new Pace()))
  return run(mostLikelyPower(logs, range, new Pace()))
}

test('no other power is more likely', () => {
  const values = fc.array(fc.integer({ min: -30, max: 90 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(values, (list) => {
      fc.pre(new Set(list).size > 1)
      const power = powerOf(list)
      // the plain formula loses its digits where the power is all but 0 or 2
      const best = naiveLikelihood(list, Math.round(power * 1e6) / 1e6)
      for (const other of [-3, -1, 0.5, 1, 2, 4, power - 0.01, power + 0.01]) {
        if (Math.abs(power) < 8) expect(naiveLikelihood(list, other)).toBeLessThanOrEqual(best + 1e-9)
      }
    }),
    { examples: [[[79, 66, 70]]] },
  )
})

test('beyond the range the bound is taken', () => {
  expect(powerOf([1, 2, 4, 8, 16], { low: 0.5, high: 3 })).toBeCloseTo(0.5, 8)
  expect(powerOf([1, 2, 4, 8, 16], { low: -3, high: -1 })).toBeCloseTo(-1, 8)
})

test('a huge range is searched as well', () => {
  const bounds = { low: -1e100, high: 1e100 }
  expect(powerOf([1, 2, 4, 8, 16], bounds)).toBeCloseTo(-0.18811284, 7)
  expect(powerOf([1e-6, 3e-6, 2e-6, 9e-6, 4e-6], bounds) / -240709.4608).toBeCloseTo(1, 6)
})

test('a sample only says where to begin: a column repeated many times keeps its power', () => {
  const { normal } = random(1).fork('column')
  const few = Array.from({ length: 2003 }, () => Math.exp(normal()) - 1.5)
  const many = Array.from({ length: 40 * few.length }, (_, i) => few[i % few.length]!)
  expect(powerOf(many)).toBeCloseTo(powerOf(few), 9)
})

test('a sample without any difference does no harm', () => {
  // one in twelve is looked at, and all of those are equal
  const values = Array.from({ length: 12 * 16_667 }, (_, i) => (i % 12 === 5 ? 2 : 1))
  expect(powerOf(values)).toBeCloseTo(powerOf(values.slice(0, 12)), 6)
})
