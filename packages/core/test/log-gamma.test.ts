import { describe, expect, test } from 'vitest'
import { digamma, logGamma } from '../src/log-gamma.js'

/** By mpmath 1.3 in 40 digits. */
const table: [x: number, logGamma: number, digamma: number][] = [
  [1e-8, 18.42068073818021, -100000000.57721564],
  [0.001, 6.907178885383853, -1000.5755719318103],
  [0.1, 2.252712651734206, -10.423754940411076],
  [0.5, 0.5723649429247001, -1.9635100260214235],
  [1, 0.0, -0.5772156649015329],
  [1.4616321449683622, -0.12148629053584961, -9.241265521729427e-17],
  [1.5, -0.12078223763524522, 0.03648997397857652],
  [2, 0.0, 0.42278433509846713],
  [3.3, 0.9870985778947344, 1.0348224890596216],
  [7, 6.579251212010101, 1.8727843350984672],
  [11.999, 17.499865227646104, 2.442574774329119],
  [12, 17.502307845873887, 2.442661679975812],
  [12.5, 18.734347511936445, 2.4851956512749123],
  [30, 71.25703896716801, 3.384438132685525],
  [254.7, 1154.509224016034, 5.5381220035723695],
  [10000.0, 82099.71749644238, 9.210290371142849],
  [1000000000.0, 19723265827.503716, 20.723265836446412],
]

const near = (got: number, expected: number, scale = Math.max(1, Math.abs(expected))) =>
  expect(Math.abs(got - expected) / scale).toBeLessThan(4e-15)

describe('has the values of 40 digits', () => {
  test.each(table)('at %d', (x, log, slope) => {
    near(logGamma(x), log)
    near(digamma(x), slope)
  })
})

test('is 0 at 1 and 2, and the logarithm of 4! at 5', () => {
  near(logGamma(1), 0)
  near(logGamma(2), 0)
  near(logGamma(5), Math.log(24))
})

test('one step to the right adds ln x, and 1 / x to the slope', () => {
  for (const x of [0.01, 0.3, 1.7, 4, 11.9, 12.1, 250]) {
    near(logGamma(x + 1) - logGamma(x), Math.log(x), 300)
    near(digamma(x + 1) - digamma(x), 1 / x, 30)
  }
})
