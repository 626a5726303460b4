import { expect, test } from 'vitest'
import { paretoFormulas } from '../../src/lifetime/pareto-formulas.js'

const { alive, whileAlive, ofNew } = paretoFormulas({ r: 0.5, alpha: 10, s: 0.6, beta: 12 })

test('who has just bought is alive', () => {
  expect(alive(3, 8, 8)).toBe(1)
  expect(alive(0, 0, 0)).toBe(1)
})

test('silence makes it less likely, more so for who bought often', () => {
  expect(alive(1, 8, 20)).toBeLessThan(alive(1, 8, 10))
  expect(alive(20, 8, 20)).toBeLessThan(alive(1, 8, 20))
})

test('a customer who bought every day and then not for years is gone, without NaN', () => {
  expect(alive(5000, 5000, 1e6)).toBeCloseTo(0, 12)
  expect(alive(254, 1, 104)).toBeCloseTo(0, 12)
})

test('a customer without a repeat purchase: the closed form where alpha is beta', () => {
  const { alive: equal } = paretoFormulas({ r: 0.5, alpha: 10, s: 0.6, beta: 10 })
  // ∫ (10 + y)^−(r+s+1) dy × s, beside (10 + T)^−(r+s).
  const [now, start] = [40 ** -1.1, 10 ** -1.1]
  expect(equal(0, 0, 30)).toBeCloseTo(now / (now + (0.6 / 1.1) * (start - now)), 12)
})

test('nothing jumps where s is 1', () => {
  const at = (s: number) => paretoFormulas({ r: 0.5, alpha: 10, s, beta: 12 }).ofNew(52)
  expect(at(1)).toBeCloseTo(0.05 * 12 * Math.log(64 / 12), 13)
  expect(at(1 + 1e-9)).toBeCloseTo(at(1), 8)
  expect(at(1 - 1e-9)).toBeCloseTo(at(1), 8)
})

test('a customer of age 0 is a new customer, and nobody buys in no time', () => {
  expect(whileAlive(0, 0, 30)).toBe(ofNew(30))
  expect(whileAlive(2, 9, 0)).toBe(0)
})

test('who never leaves buys at the mean rate', () => {
  expect(paretoFormulas({ r: 2, alpha: 10, s: 1e-12, beta: 12 }).ofNew(50)).toBeCloseTo(10, 9)
})
