import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { purchasesUntilChurn } from '../../src/lifetime/purchases-until-churn.js'

test('nobody buys in no time', () => {
  expect(purchasesUntilChurn(2, 3, 1, 1, 0)).toBe(0)
})

test('who never leaves buys at the mean rate', () => {
  expect(purchasesUntilChurn(2, 4, 1e-15, 1, 10)).toBeCloseTo(5, 12)
  expect(purchasesUntilChurn(300, 40, 1e-15, 1, 100)).toBeCloseTo(750, 9)
})

test('who leaves for certain buys once, if at all', () => {
  expect(purchasesUntilChurn(2, 4, 1e12, 1e-9, 6)).toBeCloseTo(1 - (4 / 10) ** 2, 9)
})

test('in endless time, the mean number of purchases until one leaves: (leave + stay − 1) / (leave − 1)', () => {
  expect(purchasesUntilChurn(3, 1, 3, 4, 1e4)).toBeCloseTo(6 / 2, 3)
})

test('of a short time, the chance of one purchase remains, to the last digits', () => {
  expect(purchasesUntilChurn(0.5, 10, 1, 2, 1e-12) / (0.5 * 1e-13)).toBeCloseTo(1, 9)
})

/** By mpmath 1.3 in 60 digits: (c − 1) / (a − 1) × [1 − wᵐ ₂F₁(m, b; c − 1; z)], at leave = 1 its limit. */
describe('has the values of the published formula in 60 digits', () => {
  test.each([
    [0.25, 4.4, 0.8, 2.4, 39, 1.222432779004134],
    [0.25, 40, 0.8, 2.4, 39, 0.21491522934953483],
    [254.66, 110, 0.11, 256.4, 520, 1066.62910378551],
    [254.66, 110, 0.11, 256.4, 0.1, 0.23149755767825886],
    [3, 2, 1, 1, 50, 4.718895354589529],
    [3.5, 10, 1.0000001, 5, 30, 5.56391006129051],
    [0.05, 0.01, 0.02, 0.03, 10, 26.786720934979552],
    [1000.5, 5, 30, 2000, 100, 69.96551724137932],
    [2, 5, 10000.0, 30000.0, 20, 3.0000937494137805],
    [50, 2, 0.5, 0.25, 1000, 107.11306327066363],
    [7, 1, 60, 0.5, 2000, 1.0084745762711864],
  ])('for shape %d, rate %d, leave %d, stay %d, time %d', (shape, rate, leave, stay, time, expected) => {
    expect(purchasesUntilChurn(shape, rate, leave, stay, time) / expected).toBeCloseTo(1, 11)
  })
})

test('is the mean over the chance to leave, by quadrature', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(
      number(0.1, 50),
      number(1, 20),
      number(2, 20),
      number(2, 20),
      number(0.01, 100),
      (m, rate, a, b, time) => {
        const expected = meanOverChances(m, rate, a, b, time)
        expect(Math.abs(purchasesUntilChurn(m, rate, a, b, time) / expected - 1)).toBeLessThan(1e-5)
      },
    ),
    { numRuns: 50 },
  )
})

/** ∫ p^(a−1) (1−p)^(b−1) (1 − (1 + p time / rate)^−m) / p dp ÷ ∫ p^(a−1) (1−p)^(b−1) dp, with p = (1 − cos πu) / 2. */
function meanOverChances(m: number, rate: number, a: number, b: number, time: number): number {
  let [above, below] = [0, 0]
  const nodes = 20_000
  for (let i = 0; i < nodes; i++) {
    const u = (i + 0.5) / nodes
    const [p, q] = [Math.sin((Math.PI * u) / 2) ** 2, Math.cos((Math.PI * u) / 2) ** 2]
    const density = p ** (a - 1) * q ** (b - 1) * Math.sin(Math.PI * u)
    above += (density * -Math.expm1(-m * Math.log1p((p * time) / rate))) / p
    below += density
  }
  return above / below
}
