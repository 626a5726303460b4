import type { Progress } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitPca, fitPcaAsync } from '../../src/index.js'
import { randomRows, rowsOf } from '../points.js'
import { retailFeatures, standardized } from '../retail.js'

const line = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
]
const anyRows = fc
  .record({ rows: fc.integer({ min: 2, max: 12 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e3, max: 1e3, noNaN: true })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  )

test('points on a line have one direction', () => {
  const { mean, components, explainedVariance, explainedVarianceRatio } = fitPca(line)
  expect(mean).toEqual(Float64Array.of(1.5, 1.5))
  expect(components.values[0]).toBeCloseTo(Math.SQRT1_2, 14)
  expect(components.values[1]).toBeCloseTo(Math.SQRT1_2, 14)
  // Squares along it: 2 · (2 · 1.5² + 2 · 0.5²) = 10 over 3.
  expect(explainedVariance[0]).toBeCloseTo(10 / 3, 13)
  expect(explainedVariance[1]).toBeCloseTo(0, 13)
  expect(explainedVarianceRatio[0]).toBeCloseTo(1, 14)
})

test('points that are all the same vary in no direction', () => {
  const { explainedVariance, explainedVarianceRatio, transform, invert } = fitPca([
    [0.1, 7],
    [0.1, 7],
    [0.1, 7],
  ])
  expect([...explainedVariance, ...explainedVarianceRatio]).toEqual([0, 0, 0, 0])
  expect(Array.from(transform([[0.1, 7]]).values)).toEqual([0, 0])
  expect(Array.from(invert([[0, 0]]).values)).toEqual([0.1, 7])
})

test('a component is turned so that its largest coefficient is positive, the first of equal ones', () => {
  expect(
    rowsOf(
      fitPca(
        [
          [0, 0],
          [1, -3],
        ],
        { components: 1 },
      ).components,
    )[0]![1],
  ).toBeGreaterThan(0)
  expect(
    rowsOf(
      fitPca(
        [
          [0, 0],
          [1, -1],
        ],
        { components: 1 },
      ).components,
    )[0]![0],
  ).toBeGreaterThan(0)
  expect(
    rowsOf(
      fitPca(
        [
          [0, 0],
          [-1, 1],
        ],
        { components: 1 },
      ).components,
    )[0]![0],
  ).toBeGreaterThan(0)
})

test('components are orthonormal, variances add up, and inverting gives the points back', () => {
  fc.assert(
    fc.property(anyRows, (points) => {
      const pca = fitPca(points)
      const components = rowsOf(pca.components)
      components.forEach((a, i) => {
        components.forEach((b, j) => {
          expect(a.reduce((sum, value, c) => sum + value * b[c]!, 0)).toBeCloseTo(i === j ? 1 : 0, 10)
        })
      })
      const total = points[0]!.reduce((sum, _, column) => {
        const mean = points.reduce((s, point) => s + point[column]!, 0) / points.length
        return sum + points.reduce((s, point) => s + (point[column]! - mean) ** 2, 0) / (points.length - 1)
      }, 0)
      const variance = pca.explainedVariance.reduce((sum, value) => sum + value, 0)
      expect(Math.abs(variance - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, total))
      rowsOf(pca.invert(pca.transform(points))).forEach((point, row) => {
        point.forEach((value, column) => expect(value).toBeCloseTo(points[row]![column]!, 8))
      })
    }),
  )
})

test('numbers at both ends of the range do no harm', () => {
  for (const unit of [1e100, 1, 1e-150]) {
    const { components, explainedVariance } = fitPca([
      [0, 0, 0],
      [unit, 5e-324, 0],
      [0, 0, -unit],
    ])
    expect(explainedVariance[0]! / unit ** 2).toBeCloseTo(0.5, 12)
    expect(explainedVariance[1]! / unit ** 2).toBeCloseTo(1 / 6, 12)
    expect(Math.hypot(...components.values)).toBeCloseTo(Math.sqrt(3), 12)
  }
})

test('fewer components are the first of all of them, and shares are still of all variance', () => {
  const points = randomRows(1, 50, 4)
  const all = fitPca(points)
  const two = fitPca(points, { components: 2 })
  expect(two.components).toEqual({ rows: 2, columns: 4, values: all.components.values.slice(0, 8) })
  expect(two.explainedVariance).toEqual(all.explainedVariance.slice(0, 2))
  expect(two.explainedVarianceRatio).toEqual(all.explainedVarianceRatio.slice(0, 2))
})

test('what is lost by fewer components is the variance of those left out', () => {
  const points = randomRows(2, 400, 5)
  const pca = fitPca(points, { components: 2 })
  const back = rowsOf(pca.invert(pca.transform(points)))
  const lost = points.flatMap((point, row) => point.map((value, column) => (value - back[row]![column]!) ** 2))
  const left = fitPca(points)
    .explainedVariance.slice(2)
    .reduce((sum, value) => sum + value, 0)
  expect(lost.reduce((sum, value) => sum + value, 0) / 399).toBeCloseTo(left, 12)
})

test('the asynchronous form gives the same, counts rows and ends when told to', async () => {
  const points = randomRows(3, 700, 3)
  const seen: Progress[] = []
  const found = await fitPcaAsync(points, { onProgress: (progress) => seen.push(progress) })
  expect(found.parameters).toEqual(fitPca(points).parameters)
  expect(seen.map(({ done }) => done)).toEqual([0, 256, 512, 700])
  await expect(fitPcaAsync(points, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
})

test.each([
  [[[1, 2]], {}, 'fitPca: points must have at least two rows, got an array of 1'],
  [[], {}, 'fitPca: points must have at least one row, got an array of 0'],
  [[[1], [NaN]], {}, 'fitPca: points[1][0] must be finite, got NaN'],
  [[[1], [1e101]], {}, 'fitPca: points[1][0] must be between -1e+100 and 1e+100, got 1e+101'],
  [line, { components: 0 }, 'fitPca: components must be between 1 and 2, got 0'],
  [line, { components: 3 }, 'fitPca: components must be between 1 and 2, got 3'],
  [line, { components: 1.5 }, 'fitPca: components must be an integer, got 1.5'],
])('points %j with %j are refused', (points, options, message) => {
  expect(() => fitPca(points, options)).toThrow(new RangeError(message))
})

interface Expected {
  readonly explainedVariance: number[]
  readonly explainedVarianceRatio: number[]
  readonly components: number[][]
  readonly mean: number[]
  readonly probe: number[][]
}

/** Compares with scikit-learn, whose signs are turned to ours. */
function expectPca(points: readonly (readonly number[])[], expected: Expected): void {
  const pca = fitPca(points)
  const components = rowsOf(pca.components)
  const probe = rowsOf(pca.transform(points.slice(0, expected.probe.length)))
  expected.components.forEach((component, i) => {
    const sign = Math.sign(component.reduce((sum, value, column) => sum + value * components[i]![column]!, 0))
    component.forEach((value, column) => expect(components[i]![column]! - sign * value).toBeCloseTo(0, 9))
    expected.probe.forEach((row, at) => expect(probe[at]![i]! - sign * row[i]!).toBeCloseTo(0, 9))
    expect(pca.explainedVariance[i]! / expected.explainedVariance[i]!).toBeCloseTo(1, 9)
    expect(pca.explainedVarianceRatio[i]! / expected.explainedVarianceRatio[i]!).toBeCloseTo(1, 9)
  })
  expected.mean.forEach((mean, column) => expect(pca.mean[column]).toBeCloseTo(mean, 9))
}

describe.skipIf(!hasShared)('scikit-learn', () => {
  test('iris', () => {
    const iris = reference('clustering-iris')
    expectPca(iris.points, iris.pca)
  })

  test('recency, frequency and monetary of Online Retail II, as they are and in logarithms', async () => {
    const raw = await retailFeatures()
    const { ofStandardizedRaw, ofScaledLog1p } = reference('clustering').pca
    expectPca(standardized(raw), ofStandardizedRaw)
    expectPca(standardized({ ...raw, values: raw.values.map(Math.log1p) }), ofScaledLog1p)
  })
})
