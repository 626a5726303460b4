import { hasShared } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeHistories } from '../../src/lifetime/merge-histories.js'
import { paretoRows, paretoStart } from '../../src/lifetime/pareto-likelihood.js'
import { slopeOf, sumsOf } from './likelihood-sums.js'
import { cdnowHistories, retailSummary, stored } from './real-histories.js'

test('who has just bought is alive: only the purchases count', () => {
  const [r, alpha, s, beta] = [0.5, 10, 0.6, 12]
  const [value] = sumsOf(paretoRows, { repeatPurchases: [1], activeSpan: [7], age: [7] }, [r, alpha, s, beta])
  const expected = r * alpha ** r * 17 ** -(r + 1) * (beta / 19) ** s
  expect(value).toBeCloseTo(Math.log(expected), 13)
})

test('a customer of age 0 is certain', () => {
  const [value] = sumsOf(paretoRows, { repeatPurchases: [0], activeSpan: [0], age: [0] }, [0.5, 10, 0.6, 12])
  expect(value).toBeCloseTo(0, 14)
})

test('slopes are those of the value', () => {
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
        const sums = sumsOf(paretoRows, histories, at)
        at.forEach((_, i) => {
          const expected = slopeOf(paretoRows, histories, at, i)
          expect(Math.abs(sums[i + 1]! - expected)).toBeLessThan(
            1e-4 * Math.max(1, Math.abs(expected), Math.abs(sums[0]!)),
          )
        })
      },
    ),
    { numRuns: 50 },
  )
})

test('starts where the mean rate is that of the purchases seen', () => {
  const [r, alpha] = paretoStart(mergeHistories({ repeatPurchases: [0, 4], activeSpan: [0, 1], age: [6, 2] }))
  expect(r! / alpha!).toBe(4 / 8)
})

describe.skipIf(!hasShared)('has the stored likelihood', () => {
  test('on CDNOW', () => {
    const { parameters, logLikelihood } = stored.cdnow.models.paretoNbd
    const { r, alpha, s, beta } = parameters
    expect(sumsOf(paretoRows, cdnowHistories(), [r, alpha, s, beta])[0]).toBeCloseTo(logLikelihood, 6)
  })

  test('on Online Retail II, with up to 254 repeat purchases', async () => {
    const { parameters, logLikelihood } = stored.onlineRetailII.models.paretoNbd
    const { r, alpha, s, beta } = parameters
    expect(sumsOf(paretoRows, await retailSummary(), [r, alpha, s, beta])[0]).toBeCloseTo(logLikelihood, 4)
  })
})
