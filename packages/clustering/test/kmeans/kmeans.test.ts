import { random, shuffle } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kmeans, type KmeansClustering, type KmeansOptions } from '../../src/index.js'
import { bestInertia, inertiaOf, randomRows, rowsOf, scoreCells, squaredDistance } from '../points.js'

const integerRows = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 2,
  maxLength: 30,
})
const doubleRows = fc.array(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 2 }), {
  minLength: 1,
  maxLength: 20,
})

function distinctCount(points: readonly (readonly number[])[]): number {
  return new Set(points.map((point) => point.map((value) => value + 0).join())).size
}

test('two pairs on a line become two clusters around their middles', () => {
  expect(kmeans([[1], [2], [8], [9]], 2, { seed: 1 })).toEqual({
    centroids: { rows: 2, columns: 1, values: Float64Array.of(1.5, 8.5) },
    labels: Int32Array.of(0, 0, 1, 1),
    inertia: 1,
    sizes: Float64Array.of(2, 2),
    iterations: 2,
    converged: true,
  })
})

test('one cluster has the mean as its centroid', () => {
  const { centroids, inertia } = kmeans(
    [
      [0, 0],
      [2, 0],
      [4, 3],
    ],
    1,
    { seed: 'any' },
  )
  expect(rowsOf(centroids)).toEqual([[2, 1]])
  expect(inertia).toBe(14)
})

test('as many clusters as distinct rows leave nothing over', () => {
  const points = randomRows(3, 12, 2)
  const { labels, inertia } = kmeans([...points, ...points], 12, { seed: 3 })
  expect(Array.from(labels.subarray(0, 12))).toEqual(Array.from(points.keys()))
  expect(inertia).toBeCloseTo(0, 25)
})

test('clusters are numbered by their first row', () => {
  for (let seed = 0; seed < 20; seed++) {
    const { labels } = kmeans(randomRows(seed, 40, 3), 6, { seed })
    const firsts = Array.from({ length: 6 }, (_, cluster) => labels.indexOf(cluster))
    expect(firsts[0]).toBe(0)
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
  }
})

test('with given centroids a cluster keeps the place of the centroid it began at', () => {
  const { centroids, labels } = kmeans([[1], [2], [8], [9]], 2, { initial: [[7], [3]] })
  expect(rowsOf(centroids)).toEqual([[8.5], [1.5]])
  expect(labels).toEqual(Int32Array.of(1, 1, 0, 0))
})

test('an emptied cluster takes the farthest point', () => {
  // All points join 0; cluster 1 takes 3, cluster 2 takes 2; then 1 is as near to 0 as to 2 and stays with the lower.
  const { centroids, labels, inertia } = kmeans([[0], [1], [2], [3]], 3, { initial: [[0], [100], [200]] })
  expect(rowsOf(centroids)).toEqual([[0.5], [3], [2]])
  expect(labels).toEqual(Int32Array.of(0, 0, 2, 1))
  expect(inertia).toBe(0.5)
})

test('points that are nearer to a refilled cluster follow', () => {
  // One round moves the centroids to 20.5, 25 and 14.67. Then 17 leaves for the third and 24 for the second: the first is
  // empty and takes 17, the farthest, and 16 is nearer to that than to 14.67.
  const points = [[17], [25], [13], [15], [16], [24]]
  const { centroids, labels } = kmeans(points, 3, { initial: [[21], [27], [12]], iterations: 1 })
  expect(rowsOf(centroids)).toEqual([[17], [25], [44 / 3]])
  expect(labels).toEqual(Int32Array.of(0, 1, 2, 2, 0, 1))
})

test('no cluster is ever empty and no row far from home, from wherever it starts and however soon it stops', () => {
  fc.assert(
    fc.property(doubleRows, doubleRows, fc.integer({ min: 1, max: 3 }), (points, starts, iterations) => {
      const k = Math.min(starts.length, distinctCount(points))
      const { sizes, labels, centroids } = kmeans(points, k, { initial: starts.slice(0, k), iterations })
      expect(Math.min(...sizes)).toBeGreaterThan(0)
      expect(new Set(labels).size).toBe(k)
      const centres = rowsOf(centroids)
      points.forEach((point, row) => {
        const least = Math.min(...centres.map((centre) => squaredDistance(point, centre)))
        expect(squaredDistance(point, centres[labels[row]!]!)).toBeLessThanOrEqual(least * (1 + 1e-12))
      })
    }),
  )
})

test('rows too close to tell apart by their squares, and rows at the limit, still fill every cluster', () => {
  for (const points of [
    [[0], [1e-200], [2e-200], [1]],
    [[-1e100], [0], [1e100], [1]],
  ]) {
    const { sizes, centroids, inertia } = kmeans(points, 4, { seed: 1, weights: [1e90, 1, 1e-90, 1] })
    expect(Math.min(...sizes)).toBeGreaterThan(0)
    expect(Array.from(centroids.values).every(Number.isFinite)).toBe(true)
    expect(Number.isFinite(inertia)).toBe(true)
  }
})

test('every label is the nearest centroid, every centroid the mean of its rows, and the inertia follows', () => {
  for (let seed = 0; seed < 10; seed++) {
    const points = randomRows(seed, 60, 3)
    const { centroids, labels, inertia, sizes } = kmeans(points, 5, { seed, restarts: 2, tolerance: 0 })
    const centres = rowsOf(centroids)
    points.forEach((point, row) => {
      const distances = centres.map((centre) => squaredDistance(point, centre))
      expect(labels[row]).toBe(distances.indexOf(Math.min(...distances)))
    })
    expect(Array.from(sizes)).toEqual(centres.map((_, cluster) => labels.filter((label) => label === cluster).length))
    expect(inertia).toBeCloseTo(inertiaOf(points, labels, 5), 10)
  }
})

test('no grouping of a few points is better, and restarts find one that is as good', () => {
  for (let seed = 0; seed < 60; seed++) {
    const points = randomRows(seed, 4 + (seed % 4), 2)
    const k = 2 + (seed % 2)
    expect(kmeans(points, k, { seed, restarts: 20 }).inertia).toBeCloseTo(bestInertia(points, k), 12)
  }
})

test('inertia never rises from round to round', () => {
  for (let seed = 0; seed < 10; seed++) {
    const points = randomRows(seed, 80, 2)
    const initial = points.slice(0, 7)
    const inertias = Array.from({ length: 12 }, (_, i) => kmeans(points, 7, { initial, iterations: i + 1 }).inertia)
    inertias.slice(1).forEach((inertia, i) => expect(inertia).toBeLessThanOrEqual(inertias[i]! * (1 + 1e-12)))
    expect(inertias[11]).toBeLessThan(inertias[0]!)
  }
})

test('more restarts never do worse', () => {
  const points = randomRows(5, 70, 2)
  const inertias = [1, 2, 3, 5, 8, 13].map((restarts) => kmeans(points, 9, { seed: 5, restarts }).inertia)
  expect(inertias).toEqual(inertias.toSorted((a, b) => b - a))
  expect(inertias.at(-1)).toBeLessThan(inertias[0]!)
})

test('a run that may not go on says that it did not converge, and a tolerance ends it sooner', () => {
  const points = randomRows(8, 500, 2)
  const initial = points.slice(0, 8)
  const full = kmeans(points, 8, { initial, tolerance: 0 })
  expect(full.converged).toBe(true)
  expect(kmeans(points, 8, { initial, tolerance: 0, iterations: 3 })).toMatchObject({ iterations: 3, converged: false })
  const loose = kmeans(points, 8, { initial, tolerance: 0.1 })
  expect(loose.converged).toBe(true)
  expect(loose.iterations).toBeLessThan(full.iterations)
  const drawn = { seed: 1, restarts: 1 }
  expect(kmeans(points, 8, { ...drawn, iterations: 1 })).toMatchObject({ iterations: 1, converged: false })
  expect(kmeans(points, 8, { ...drawn, tolerance: 1 })).toMatchObject({ iterations: 1, converged: true })
})

describe('arguments that cannot be', () => {
  const points = [
    [1, 2],
    [3, 4],
    [1, 2],
  ]

  test.each([
    [0, 'kmeans: k must be at least 1, got 0'],
    [2.5, 'kmeans: k must be an integer, got 2.5'],
    [NaN, 'kmeans: k must be an integer, got NaN'],
    [3, 'kmeans: k must be at most 2, the number of distinct rows, got 3'],
  ])('k = %d', (k, message) => {
    expect(() => kmeans(points, k, { seed: 1 })).toThrow(new RangeError(message))
  })

  test.each([
    [{ initial: [[1, 2]] }, 'kmeans: initial must have 2 rows, one per cluster, got 1'],
    [{ initial: [[1], [2]] }, 'kmeans: initial must have 2 columns, as the points do, got 1'],
    [{ initial: [[1], [NaN]] }, 'kmeans: initial[1][0] must be finite, got NaN'],
    [{ initial: [[1], [1e200]] }, 'kmeans: initial[1][0] must be between -1e+100 and 1e+100, got 1e+200'],
    [{ initial: points, restarts: 3 }, 'kmeans: restarts must be left out when initial is given, got 3'],
    [{ seed: 1, restarts: 0 }, 'kmeans: restarts must be at least 1, got 0'],
    [{ seed: 1, weights: [0, 1, 0] }, 'kmeans: k must be at most 1, the number of distinct rows, got 2'],
    [{ seed: 1, weights: [0, 0, 0] }, 'kmeans: weights must hold at least one number above 0, got an array of 3'],
  ])('%j', (options, message) => {
    expect(() => kmeans(points, 2, options as KmeansOptions)).toThrow(new RangeError(message))
  })
})

describe('what does not change the answer', () => {
  const withoutLabels = ({ centroids, inertia, sizes, iterations }: KmeansClustering) => ({
    centroids,
    inertia,
    sizes,
    iterations,
  })

  test('the same seed gives the same bits', () => {
    const points = randomRows(1, 200, 4)
    expect(kmeans(points, 6, { seed: 'a' })).toEqual(kmeans(points, 6, { seed: 'a' }))
    expect(kmeans(points, 6, { seed: 'a' }).centroids).not.toEqual(
      kmeans(points, 6, { seed: 'b', restarts: 1 }).centroids,
    )
  })

  test('a row given twice is a row of weight 2', () => {
    fc.assert(
      fc.property(doubleRows, fc.integer({ min: 1, max: 4 }), fc.nat(), (points, wanted, seed) => {
        const k = Math.min(wanted, distinctCount(points))
        const weights = points.map((_, row) => 1 + (row % 3))
        const repeated = points.flatMap((point, row) => Array.from({ length: weights[row]! }, () => point))
        const weighted = kmeans(points, k, { seed, weights, restarts: 2 })
        const plain = kmeans(repeated, k, { seed, restarts: 2 })
        expect(withoutLabels(plain)).toEqual(withoutLabels(weighted))
        expect(Array.from(plain.labels)).toEqual(
          Array.from(weighted.labels).flatMap((label, row) => Array.from({ length: weights[row]! }, () => label)),
        )
      }),
    )
  })

  test('a row of weight 0 only learns its nearest cluster', () => {
    const points = randomRows(2, 30, 2)
    const with0 = kmeans([[5, 5], ...points, [-5, -5]], 3, { seed: 2, weights: [0, ...points.map(() => 1), 0] })
    const without = kmeans(points, 3, { seed: 2 })
    expect(withoutLabels(with0)).toEqual(withoutLabels(without))
    expect(with0.labels.subarray(1, 31)).toEqual(without.labels)
    const far = rowsOf(without.centroids).map((centre) => squaredDistance(centre, [5, 5]))
    expect(with0.labels[0]).toBe(far.indexOf(Math.min(...far)))
  })

  test('from given centroids the order of the rows does not matter', () => {
    fc.assert(
      fc.property(integerRows, fc.nat(), (points, seed) => {
        fc.pre(distinctCount(points) >= 2)
        const initial = [points[0]!, points.find((point) => point.join() !== points[0]!.join())!]
        const order = shuffle(Int32Array.from(points.keys()), random(seed))
        const plain = kmeans(points, 2, { initial })
        const shuffled = kmeans(
          Array.from(order, (row) => points[row]!),
          2,
          { initial },
        )
        expect(withoutLabels(shuffled)).toEqual(withoutLabels(plain))
        expect(Array.from(shuffled.labels)).toEqual(Array.from(order, (row) => plain.labels[row]))
      }),
    )
  })

  test('neither does the unit of the points', () => {
    for (let seed = 0; seed < 10; seed++) {
      const points = randomRows(seed, 90, 3)
      const labels = kmeans(points, 6, { seed }).labels
      for (const factor of [1024, 1 / 3, 1e-9, 7e12]) {
        const scaled = points.map((point) => point.map((value) => value * factor))
        expect(kmeans(scaled, 6, { seed }).labels).toEqual(labels)
      }
    }
  })

  test('nor whether rows come as arrays or as a Dense, which is left as it was', () => {
    const rows = randomRows(4, 50, 3)
    const values = Float64Array.from(rows.flat())
    const initial = { rows: 4, columns: 3, values: values.slice(0, 12) }
    const before = structuredClone({ values, initial })
    expect(kmeans({ rows: 50, columns: 3, values }, 4, { initial })).toEqual(
      kmeans(rows, 4, { initial: rows.slice(0, 4) }),
    )
    expect({ values, initial }).toEqual(before)
  })
})

describe.skipIf(!hasShared)('beside the best inertias known', () => {
  // Plain restarts, scikit-learn's too, stay above the best that is known of eleven clusters and more.
  test('scores of Online Retail II: the best known up to six clusters, near it above', () => {
    const { points, weights } = scoreCells()
    for (const { k, inertia: best, bestOf500PlusPlusStarts, sizes } of reference('clustering').kmeansOnScores) {
      const found = kmeans(points, k, { seed: 1, restarts: k <= 6 ? 100 : 500, weights, tolerance: 0 })
      expect(found.inertia).toBeGreaterThanOrEqual(best * (1 - (k <= 6 ? 1e-9 : 1e-4)))
      if (k > 6) expect(found.inertia).toBeLessThanOrEqual(1.02 * (k <= 10 ? best : bestOf500PlusPlusStarts))
      else {
        expect(found.inertia).toBeLessThanOrEqual(best * (1 + 1e-9))
        expect(found.sizes.toSorted()).toEqual(Float64Array.from(sizes).sort())
      }
    }
  })

  test('iris: the best known up to nine clusters, near it at ten', () => {
    const { points, kmeans: expected } = reference('clustering-iris')
    for (const { k, inertia: best, centroids } of expected) {
      const found = kmeans(points, k, { seed: 2, restarts: k < 9 ? 100 : 500, tolerance: 0 })
      expect(found.inertia).toBeGreaterThanOrEqual(best * (1 - (k <= 9 ? 1e-9 : 1e-4)))
      expect(found.inertia).toBeLessThanOrEqual(best * (k <= 9 ? 1 + 1e-9 : 1.02))
      expect(kmeans(points, k, { initial: centroids, tolerance: 0 }).inertia).toBeCloseTo(best, 9)
    }
  })

  test('eight clusters of the scores reach 3,330 with 100 restarts, from any of ten seeds', () => {
    const { points, weights } = scoreCells()
    for (let seed = 0; seed < 10; seed++) {
      expect(kmeans(points, 8, { seed, restarts: 100, weights }).inertia).toBeLessThan(3330)
    }
  })
})
