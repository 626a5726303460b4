import { hasShared } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaGeometricRows, betaGeometricStart } from '../../src/lifetime/beta-geometric-likelihood.js'
import { mergeHistories } from '../../src/lifetime/merge-histories.js'
import { cdnowHistories, stored } from './real-histories.js'
import { slopeOf, sumsOf } from './likelihood-sums.js'

const kinds = [
  { name: 'bgNbd', early: 0 },
  { name: 'mbgNbd', early: 1 },
] as const

test('a customer who never came again has just not bought, in BG/NBD', () => {
  const [value] = sumsOf(betaGeometricRows(0), { repeatPurchases: [0], activeSpan: [0], age: [6] }, [0.5, 2, 1, 3])
  expect(value).toBeCloseTo(0.5 * Math.log(2 / 8), 14)
})

test('in MBG/NBD that customer may also have left at once, with chance a / (a + b)', () => {
  const [value] = sumsOf(betaGeometricRows(1), { repeatPurchases: [0], activeSpan: [0], age: [6] }, [0.5, 2, 1, 3])
  expect(value).toBeCloseTo(Math.log(1 / 4 + (3 / 4) * (2 / 8) ** 0.5), 14)
})

test('a purchase at t, then alive or gone: the mean over rates and chances is the likelihood', () => {
  // One repeat purchase: ∫∫ λ e^(−λt) [p + (1 − p) e^(−λ(T − t))] with λ gamma of (r, alpha) and p beta of (a, b).
  const [r, alpha, a, b, t, T] = [1.5, 2, 1, 3, 4, 10]
  const meanOfRate = (time: number) => (r * alpha ** r) / (alpha + time) ** (r + 1)
  const expected = (a / (a + b)) * meanOfRate(t) + (b / (a + b)) * meanOfRate(T)
  const [value] = sumsOf(betaGeometricRows(0), { repeatPurchases: [1], activeSpan: [t], age: [T] }, [r, alpha, a, b])
  expect(value).toBeCloseTo(Math.log(expected), 13)
})

test.each(kinds)('slopes of $name are those of the value', ({ early }) => {
  const parameter = fc.double({ min: 0.05, max: 20, noNaN: true })
  const history = fc.record({
    x: fc.nat(30),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    age: fc.double({ min: 0.1, max: 50, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.tuple(parameter, parameter, parameter, parameter),
      fc.array(history, { minLength: 1 }),
      (at, list) => {
        const histories = {
          repeatPurchases: list.map(({ x }) => x),
          activeSpan: list.map(({ x, share, age }) => (x === 0 ? 0 : share * age)),
          age: list.map(({ age }) => age),
        }
        const sums = sumsOf(betaGeometricRows(early), histories, at)
        at.forEach((_, i) => {
          const expected = slopeOf(betaGeometricRows(early), histories, at, i)
          expect(Math.abs(sums[i + 1]! - expected)).toBeLessThan(
            1e-4 * Math.max(1, Math.abs(expected), Math.abs(sums[0]!)),
          )
        })
      },
    ),
    { numRuns: 50 },
  )
})

test('rows may be added in parts', () => {
  const histories = mergeHistories({ repeatPurchases: [0, 1, 3], activeSpan: [0, 1, 2], age: [5, 5, 4] }, [1, 2, 3])
  const addRows = betaGeometricRows(0)(histories, 3)(Float64Array.of(0.5, 2, 1, 3))
  const [whole, parts] = [new Float64Array(5), new Float64Array(5)]
  addRows(0, 3, whole)
  addRows(0, 1, parts)
  addRows(1, 3, parts)
  whole.forEach((sum, i) => expect(parts[i]).toBeCloseTo(sum, 12))
})

test('starts where the mean rate is that of the purchases seen', () => {
  const histories = mergeHistories({ repeatPurchases: [0, 4], activeSpan: [0, 1], age: [6, 2] })
  const [r, alpha] = betaGeometricStart(histories)
  expect(r! / alpha!).toBe(4 / 8)
})

describe.skipIf(!hasShared)('on CDNOW', () => {
  test.each(kinds)('$name of CDNOW has the stored likelihood', ({ name, early }) => {
    const { parameters, logLikelihood } = stored.cdnow.models[name]
    const { r, alpha, a, b } = parameters
    const [value] = sumsOf(betaGeometricRows(early), cdnowHistories(), [r, alpha, a, b])
    expect(value).toBeCloseTo(logLikelihood, 6)
  })
})
