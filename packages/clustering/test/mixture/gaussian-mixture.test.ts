import { random } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { gaussianMixture, gaussianMixtureAsync, kmeans } from '../../src/index.js'
import { randomRows, rowsOf } from '../points.js'

test('one component is the mean and the covariance of the rows', () => {
  const points = [
    [0, 0],
    [2, 4],
    [4, 2],
  ]
  const { centroids, covariances, proportions, logLikelihood, parameters, bic, aic, sizes } = gaussianMixture(
    points,
    1,
    {
      seed: 1,
      regularization: 1e-12,
    },
  )
  expect(rowsOf(centroids)).toEqual([[2, 2]])
  const expected = [8 / 3, 4 / 3, 4 / 3, 8 / 3]
  covariances.forEach((covariance, i) => expect(covariance).toBeCloseTo(expected[i]!, 9))
  expect(proportions).toEqual(Float64Array.of(1))
  // Squared distances add up to rows × columns = 6; the determinant is 16 / 3.
  expect(logLikelihood).toBeCloseTo(-3 * Math.log(2 * Math.PI) - 1.5 * Math.log(16 / 3) - 3, 9)
  expect(parameters).toBe(5)
  expect(bic).toBeCloseTo(5 * Math.log(3) - 2 * logLikelihood, 12)
  expect(aic).toBeCloseTo(10 - 2 * logLikelihood, 12)
  expect(sizes).toEqual(Float64Array.of(3))
})

test('finds the proportions, means and covariances of clouds that rows were drawn from', () => {
  const stream = random(5)
  const points = Array.from({ length: 1000 }, (_, row) => {
    const [x, y] = [stream.normal(), stream.normal()]
    return row % 4 === 0 ? [20 + 0.5 * x, 5 + 2 * y] : [3 * x, x + 0.5 * y]
  })
  const { centroids, covariances, proportions } = gaussianMixture(points, 2, { seed: 1, regularization: 1e-9 })
  for (const [component, cloud] of [
    points.filter((_, row) => row % 4 === 0),
    points.filter((_, row) => row % 4 !== 0),
  ].entries()) {
    const mean = [0, 1].map((column) => average(cloud.map((point) => point[column]!)))
    expect(proportions[component]).toBeCloseTo(cloud.length / 1000, 4)
    for (const i of [0, 1]) {
      expect(centroids.values[2 * component + i]).toBeCloseTo(mean[i]!, 4)
      for (const j of [0, 1]) {
        const expected = average(cloud.map((point) => (point[i]! - mean[i]!) * (point[j]! - mean[j]!)))
        expect(covariances[4 * component + 2 * i + j]).toBeCloseTo(expected, 4)
      }
    }
  }
})

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

test('a small dense cloud at the edge of a wide one is told apart, where k-means would halve the wide one', () => {
  const stream = random(2)
  const points = Array.from({ length: 600 }, (_, row) => {
    const [x, y] = [stream.normal(), stream.normal()]
    return row % 2 === 0 ? [3 * x, 3 * y] : [4 + 0.3 * x, 0.3 * y]
  })
  const wrong = (labels: Int32Array) => labels.filter((label, row) => label !== row % 2).length
  expect(wrong(gaussianMixture(points, 2, { seed: 1 }).labels)).toBeLessThan(15)
  expect(wrong(kmeans(points, 2, { seed: 1 }).labels)).toBeGreaterThan(50)
})

test('memberships add up to 1, and labels are the largest', () => {
  const points = randomRows(1, 100, 3)
  for (const covariance of ['full', 'tied', 'diagonal', 'spherical'] as const) {
    const { memberships, labels, sizes } = gaussianMixture(points, 4, { seed: 1, covariance, restarts: 3 })
    rowsOf(memberships).forEach((shares, row) => {
      expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12)
      expect(labels[row]).toBe(shares.indexOf(Math.max(...shares)))
    })
    expect(sizes.reduce((sum, size) => sum + size)).toBeCloseTo(100, 9)
  }
})

test('more restarts never do worse', () => {
  const points = randomRows(4, 80, 2)
  const found = [1, 2, 4, 8].map((restarts) => gaussianMixture(points, 5, { seed: 4, restarts }).logLikelihood)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
  expect(found.at(-1)).toBeGreaterThan(found[0]!)
})

test('BIC prefers as many components as rows were drawn from', () => {
  const stream = random(9)
  const points = Array.from({ length: 600 }, (_, row) => [(row % 3) * 5 + stream.normal(), stream.normal()])
  const bics = [1, 2, 3, 4, 5].map((k) => gaussianMixture(points, k, { seed: 1, restarts: 5 }).bic)
  expect(bics.indexOf(Math.min(...bics))).toBe(2)
})

test('columns may be of any unit each', () => {
  const points = randomRows(6, 90, 2)
  for (const covariance of ['full', 'tied', 'diagonal'] as const) {
    const one = gaussianMixture(points, 1, { seed: 1, covariance })
    const other = gaussianMixture(
      points.map(([x, y]) => [x! * 1e6, y! / 1e3]),
      1,
      { seed: 1, covariance },
    )
    expect(other.logLikelihood).toBeCloseTo(one.logLikelihood - 90 * Math.log(1e3), 6)
  }
})

test('a constant column, rows all the same, and a row for each component leave nothing infinite', () => {
  const points = [[1, 7], [2, 7], [3, 7], [4, 7]] // prettier-ignore
  for (const covariance of ['full', 'tied', 'diagonal', 'spherical'] as const) {
    for (const [rows, k] of [
      [points, 2],
      [points, 4],
      [
        [
          [5, 5],
          [5, 5],
        ],
        1,
      ],
    ] as const) {
      const { memberships, covariances, logLikelihood, sizes } = gaussianMixture(rows, k, { seed: 1, covariance })
      expect([...memberships.values, ...covariances, logLikelihood].every(Number.isFinite)).toBe(true)
      expect(Math.min(...sizes)).toBeGreaterThan(0)
    }
  }
})

test('a row of weight 0 only learns what it belongs to', () => {
  const points = randomRows(7, 60, 2)
  const without = gaussianMixture(points, 3, { seed: 1, restarts: 2 })
  const withIt = gaussianMixture([...points, [0.5, 0.5]], 3, {
    seed: 1,
    restarts: 2,
    weights: [...points.map(() => 1), 0],
  })
  expect(withIt.centroids).toEqual(without.centroids)
  expect(withIt.sizes).toEqual(without.sizes)
  expect(withIt.labels.subarray(0, 60)).toEqual(without.labels)
})

test('progress counts restarts', async () => {
  const seen: number[] = []
  const options = { seed: 1, restarts: 3, onProgress: ({ done }: { done: number }) => seen.push(done) }
  await gaussianMixtureAsync(randomRows(8, 2000, 3), 4, options)
  expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3]))
})

const shapes = { full: 'full', tied: 'tied', diag: 'diagonal', spherical: 'spherical' } as const

describe.skipIf(!hasShared)('beside scikit-learn on iris', () => {
  const { points, gaussianMixture3 } = hasShared ? reference('clustering-iris') : { points: [], gaussianMixture3: [] }
  test.each(gaussianMixture3 as any[])('three components of covariance $covariance', (expected) => {
    const covariance = shapes[expected.covariance as keyof typeof shapes]
    const found = gaussianMixture(points, 3, { seed: 1, covariance, restarts: 20, iterations: 5000, tolerance: 1e-10 })
    const near = (value: number, other: number, most: number) =>
      expect(Math.abs(value - other)).toBeLessThanOrEqual(most * Math.max(1, Math.abs(other)))
    near(found.logLikelihood, expected.logLikelihood, 1e-4)
    near(found.bic, expected.bic, 1e-4)
    near(found.aic, expected.aic, 1e-4)
    expect(found.parameters).toBe(expected.parameters)
    const order = byFirstCoordinate(rowsOf(found.centroids))
    order.forEach((component, i) => {
      near(found.proportions[component]!, expected.weights[i], 1e-3)
      rowsOf(found.centroids)[component]!.forEach((mean, column) => near(mean, expected.means[i][column], 1e-3))
      expect(found.labels.filter((label) => label === component).length).toBe(expected.sizes[i])
      expected.covariances?.[i]
        .flat()
        .forEach((value: number, at: number) => near(found.covariances[component * 16 + at]!, value, 1e-3))
      expected.probabilitiesOfPoints50To79?.forEach((shares: number[], row: number) =>
        near(found.memberships.values[(50 + row) * 3 + component]!, shares[i]!, 1e-3),
      )
    })
  })
})

function byFirstCoordinate(means: number[][]): number[] {
  return Array.from(means.keys()).sort((a, b) => means[a]![0]! - means[b]![0]!)
}
