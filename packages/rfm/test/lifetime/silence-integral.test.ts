import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { silenceIntegral, type Silence } from '../../src/lifetime/silence-integral.js'

function integral(shape: number, alpha: number, s: number, beta: number, from: number, to: number): Silence {
  const into = { log: 0, logAlpha: 0, logBeta: 0, perAlpha: 0, perBeta: 0 }
  silenceIntegral(alpha, beta)(shape, s, from, to, into)
  return into
}

test('of no time there is no integral, and its means are values', () => {
  const { log, ...means } = integral(2, 3, 1, 4, 5, 5)
  expect(log).toBe(-Infinity)
  expect(means.logAlpha).toBeCloseTo(Math.log(8), 14)
  expect(means.perBeta).toBeCloseTo(1 / 9, 14)
})

test('of equal rates it is that of one power', () => {
  const expected = (4 ** -2.5 - 10 ** -2.5) / 2.5
  expect(integral(2, 3, 0.5, 3, 1, 7).log).toBeCloseTo(Math.log(expected), 13)
})

/** By mpmath 1.3 in 40 digits. */
describe('has the values of quadrature in 40 digits', () => {
  test.each([
    [0.55, 10.5, 0.6, 11.7, 0, 38.86, -3.136923936714962, 2.9227646798154683, 0.053985274081726285],
    [30.55, 10.5, 0.6, 11.7, 30, 38.86, -118.78178091806132, 3.7330283716079387, 0.023262812209683997],
    [254.7, 10.3, 0.18, 55, 90, 104, -1180.5035511315718, 4.612094686967214, 0.006877836741494191],
    [254.7, 10.3, 0.18, 55, 1, 104, -625.4594600287409, 2.4287406698725036, 0.017842919864586148],
    [254.7, 10.3, 0.18, 0.01, 1, 104, -620.7693148266761, 2.428562194349565, 0.9514556383302133],
    [0.05, 0.001, 0.02, 50, 0, 1000, 0.7634350982363717, 4.768526011616062, 0.006733638682248953],
    [0.05, 500, 3, 0.0001, 0, 1000, 26.22167841733933, 6.21460819842217, 7500.000012499995],
    [5, 1, 20, 3, 2, 100000.0, -41.01935652119748, 1.1568638221937206, 0.19309947079172574],
    [2000, 5, 0.01, 1000, 0.5, 700, -3422.3691792035556, 1.705248340972663, 0.0009994974998957888],
    [300, 100, 0.5, 0.001, 0, 50, -1377.4997941902463, 4.605327832107232, 364.8331317883866],
  ])(
    'for shape %d, alpha %d, s %d, beta %d, from %d to %d',
    (shape, alpha, s, beta, from, to, log, logAlpha, perBeta) => {
      const got = integral(shape, alpha, s, beta, from, to)
      expect(got.log - log).toBeCloseTo(0, 10)
      expect(got.logAlpha - logAlpha).toBeCloseTo(0, 10)
      expect(got.perBeta / perBeta - 1).toBeCloseTo(0, 10)
    },
  )
})

test('its means are its slopes', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(
      number(0.1, 300),
      number(0.1, 50),
      number(0.05, 5),
      number(0.1, 50),
      number(0, 50),
      number(0.1, 100),
      (m, alpha, s, beta, from, time) => {
        const to = from + time
        const log = (dm = 0, dAlpha = 0, ds = 0, dBeta = 0) =>
          integral(m + dm, alpha + dAlpha, s + ds, beta + dBeta, from, to).log
        const got = integral(m, alpha, s, beta, from, to)
        const near = (slope: number, expected: number) => expect(Math.abs(slope / expected - 1)).toBeLessThan(1e-4)
        const step = 1e-4
        near((log(step) - log(-step)) / (2 * step) - 1, -got.logAlpha - 1)
        near((log(0, 0, step) - log(0, 0, -step)) / (2 * step) - 10, -got.logBeta - 10)
        const [stepAlpha, stepBeta] = [step * alpha, step * beta]
        near((log(0, stepAlpha) - log(0, -stepAlpha)) / (2 * stepAlpha), -m * got.perAlpha)
        near((log(0, 0, 0, stepBeta) - log(0, 0, 0, -stepBeta)) / (2 * stepBeta), -(s + 1) * got.perBeta)
      },
    ),
    { numRuns: 100 },
  )
})
