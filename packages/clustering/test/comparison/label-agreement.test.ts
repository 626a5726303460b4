import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adjustedRand,
  compareLabels,
  completeness,
  homogeneity,
  normalizedMutualInformation,
  vMeasure,
} from '../../src/index.js'

const pairOfLabels = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 40 })
  .map((rows) => ({ truth: rows.map(([label]) => label), found: rows.map(([, label]) => label) }))

test('groupings that differ in names alone agree fully, to the last bit', () => {
  fc.assert(
    fc.property(pairOfLabels, ({ truth }) => {
      expect(
        compareLabels(
          truth,
          truth.map((label) => 9 - 2 * label),
        ),
      ).toEqual({ adjustedRand: 1, normalizedMutualInformation: 1, homogeneity: 1, completeness: 1, vMeasure: 1 })
    }),
  )
})

test('a cluster torn in two is homogeneous but not complete', () => {
  // 6 pairs of rows; together: 2 in truth, 1 in found, 1 in both; chance expects 2 * 1 / 6 in both.
  const agreement = compareLabels([0, 0, 1, 1], [0, 0, 1, 2])
  expect(agreement.adjustedRand).toBeCloseTo((1 - 1 / 3) / (1.5 - 1 / 3), 14)
  // Entropies: ln 2 of truth, 1.5 ln 2 of found, ln 2 shared.
  expect(agreement.homogeneity).toBe(1)
  expect(agreement.completeness).toBeCloseTo(2 / 3, 14)
  expect(agreement.vMeasure).toBeCloseTo(0.8, 14)
  expect(agreement.normalizedMutualInformation).toBeCloseTo(0.8, 14)
})

test('groupings that cross tell nothing about one another', () => {
  const agreement = compareLabels([0, 0, 1, 1], [0, 1, 0, 1])
  expect(agreement).toEqual({
    adjustedRand: -0.5,
    normalizedMutualInformation: 0,
    homogeneity: 0,
    completeness: 0,
    vMeasure: 0,
  })
})

test.each([
  ['one row', [3], [8], 1],
  ['one cluster against one', [0, 0, 0], [1, 1, 1], 1],
  ['all apart against all apart', [0, 1, 2], [2, 1, 0], 1],
  ['one cluster against all apart', [0, 0, 0], [0, 1, 2], 0],
])('%s: adjusted Rand and normalised mutual information are both known', (_, truth, found, expected) => {
  for (const average of ['arithmetic', 'geometric', 'min', 'max'] as const) {
    expect(normalizedMutualInformation(truth, found, { average })).toBe(expected)
  }
  expect(adjustedRand(truth, found)).toBe(expected)
})

test('exchanging both groupings exchanges homogeneity and completeness and leaves the rest', () => {
  fc.assert(
    fc.property(pairOfLabels, ({ truth, found }) => {
      const there = compareLabels(truth, found)
      const back = compareLabels(found, truth)
      expect(back).toEqual({ ...there, homogeneity: there.completeness, completeness: there.homogeneity })
    }),
  )
})

test('all measures stay in their ranges, and the single functions give the same', () => {
  fc.assert(
    fc.property(pairOfLabels, ({ truth, found }) => {
      const all = compareLabels(truth, found)
      expect(all.adjustedRand).toBeGreaterThanOrEqual(-0.5)
      for (const value of Object.values(all)) expect(value).toBeLessThanOrEqual(1)
      for (const name of ['normalizedMutualInformation', 'homogeneity', 'completeness', 'vMeasure'] as const) {
        expect(all[name]).toBeGreaterThanOrEqual(0)
      }
      expect(all).toEqual({
        adjustedRand: adjustedRand(truth, found),
        normalizedMutualInformation: normalizedMutualInformation(truth, found),
        homogeneity: homogeneity(truth, found),
        completeness: completeness(truth, found),
        vMeasure: vMeasure(truth, found),
      })
    }),
  )
})

test.each([
  [[0, 1], [0], 'compareLabels: found.length must be 2, one per row, got 1'],
  [[0, 1], [0, 0.5], 'compareLabels: found[1] must be an integer, got 0.5'],
  [[], [], 'compareLabels: truth must hold at least one label, got an array of 0'],
])('labels %j and %j are refused', (truth, found, message) => {
  expect(() => compareLabels(truth, found)).toThrow(new RangeError(message))
})

test('an unknown mean is refused', () => {
  expect(() => normalizedMutualInformation([0], [0], { average: 'harmonic' as never })).toThrow(
    new RangeError(
      'normalizedMutualInformation: average must be one of "arithmetic", "geometric", "min", "max", got "harmonic"',
    ),
  )
})

describe.skipIf(!hasShared)('reference', () => {
  const cases = hasShared ? reference('clustering').labelAgreement : []

  test.each(cases as { name: string; truth: number[]; found: number[] }[])('$name', (expected) => {
    const { truth, found, ...values } = expected as typeof expected & Record<string, number>
    const agreement = compareLabels(truth, found)
    expect(agreement.adjustedRand).toBeCloseTo(values.adjustedRandIndex!, 9)
    expect(agreement.normalizedMutualInformation).toBeCloseTo(values.normalizedMutualInformationArithmetic!, 9)
    expect(agreement.homogeneity).toBeCloseTo(values.homogeneity!, 9)
    expect(agreement.completeness).toBeCloseTo(values.completeness!, 9)
    expect(agreement.vMeasure).toBeCloseTo(values.vMeasure!, 9)
    expect(normalizedMutualInformation(truth, found, { average: 'geometric' })).toBeCloseTo(
      values.normalizedMutualInformationGeometric!,
      9,
    )
  })

  test('has twelve cases', () => {
    expect(cases.length).toBe(12)
  })
})
