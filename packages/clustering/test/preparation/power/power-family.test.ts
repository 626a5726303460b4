import { run, runAsync } from '@clientele/core'
import { expect, test } from 'vitest'
import { powerKind, powerSteps, type PowerFamily } from '../../../src/preparation/power/power-family.js'
import { logOfPower, powerOfLog } from '../../../src/preparation/power/power-of-log.js'
import { tableOf } from '../tables.js'

/** Powers of numbers of at least 1. */
const family: PowerFamily<'power'> = {
  kind: 'power',
  power: (value, lambda) => powerOfLog(Math.log(value), lambda),
  inverse: (value, lambda) => Math.exp(logOfPower(value, lambda)),
  log: Math.log,
  mirrored: false,
  range: () => ({ low: -10, high: 10 }),
  domain: { includes: (value) => value >= 1, rule: 'be at least 1' },
}

test('a kind is the power, then standard scaling', () => {
  const column = { lambda: 2, mean: 3, scale: 4, constant: false }
  const { transform, invert } = powerKind(family)
  expect(transform(column)(5)).toBeCloseTo((12 - 3) / 4, 12)
  expect(invert(column)((12 - 3) / 4)).toBeCloseTo(5, 12)
})

test('columns get mean 0 and deviation 1, unless that is not wanted', () => {
  const points = [[1], [2], [4], [8], [16]]
  const { transform } = run(powerSteps(family, 'fitPower', points, {}))
  const { values } = transform(points)
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12)
  expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(5, 12)
  const { parameters } = run(powerSteps(family, 'fitPower', points, { standardize: false }))
  expect(parameters.columns[0]).toMatchObject({ mean: 0, scale: 1, constant: false })
})

test('a constant column becomes zeros, and the parameters say so', () => {
  const { parameters, transform } = run(powerSteps(family, 'fitPower', [[7], [7]], {}))
  expect(parameters.columns).toEqual([{ lambda: 1, mean: 6, scale: 1, constant: true }])
  expect(transform([[7]]).values[0]).toBe(0)
})

test('progress counts columns', async () => {
  const seen: unknown[] = []
  const steps = powerSteps(family, 'fitPower', tableOf({ x: [1, 2], y: [3, 5] }), {})
  const { parameters } = await runAsync(steps, { onProgress: (progress) => seen.push(progress) })
  expect(seen).toEqual([0, 1, 2].map((done) => ({ stage: 'powers', done, total: 2 })))
  expect(parameters.columns.map(({ name }) => name)).toEqual(['x', 'y'])
})

test('a cell outside the family is refused by name', () => {
  expect(() => run(powerSteps(family, 'fitPower', [[2], [0.5]], {}))).toThrow(
    new RangeError('fitPower: points[1][0] must be at least 1, got 0.5'),
  )
})
