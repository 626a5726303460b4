import { describe, expect, test } from 'vitest'
import { betaGeometricFormulas } from '../../src/lifetime/beta-geometric-formulas.js'

const parameters = { r: 0.5, alpha: 5, a: 0.8, b: 2.4 }
const bg = betaGeometricFormulas(parameters, 0)
const mbg = betaGeometricFormulas(parameters, 1)

test('who never came again is alive for certain in BG/NBD, and less and less likely so in MBG/NBD', () => {
  expect(bg.alive(0, 0, 100)).toBe(1)
  expect(mbg.alive(0, 0, 0)).toBeCloseTo(2.4 / 3.2, 14)
  expect(mbg.alive(0, 0, 100)).toBeLessThan(mbg.alive(0, 0, 10))
})

test('who has just bought is alive unless that purchase was the last', () => {
  expect(bg.alive(1, 8, 8)).toBeCloseTo(2.4 / 3.2, 14)
  expect(bg.alive(3, 8, 8)).toBeCloseTo(4.4 / 5.2, 14)
})

test('a customer silent for ages, who used to buy every day, is gone, without NaN', () => {
  expect(bg.alive(100_000, 1, 1e6)).toBe(0)
  expect(bg.alive(1000, 1, 1000)).toBeGreaterThanOrEqual(0)
})

test('a customer of age 0 is a new customer who is alive', () => {
  expect(bg.whileAlive(0, 0, 30)).toBe(bg.ofNew(30))
  expect(mbg.alive(0, 0, 0) * mbg.whileAlive(0, 0, 30)).toBeCloseTo(mbg.ofNew(30), 14)
})

describe('a horizon of a thousand years', () => {
  test('is computed where it can be', () => {
    expect(bg.whileAlive(10, 50, 52_000)).toBeGreaterThan(bg.whileAlive(10, 50, 520))
  })

  test('is refused where the sum would take too long, with the longest that is not', () => {
    expect(() => bg.whileAlive(0, 0, 1e7)).toThrow(
      'expectedPurchases: horizon must be at most 1230000 for a customer of so short a history, got 10000000',
    )
  })
})
