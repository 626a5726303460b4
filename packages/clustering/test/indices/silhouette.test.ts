import { Engine, openPool } from '@clientele/compute'
import { run } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kmeans, silhouette, silhouetteAsync } from '../../src/index.js'
import { silhouetteSteps } from '../../src/indices/silhouette.js'
import { scoreCells } from '../points.js'
import { scaledLogarithms } from '../retail.js'
import { blobs, distance, labelled, mean, repeated, type Labelled } from './labelled.js'

/** Straight from the definition: the silhouette of each row, and the next best label. */
function oracle({ points, labels }: Labelled, between = distance) {
  return points.map((point, row) => {
    const byLabel = [...new Set(labels)]
      .sort((a, b) => a - b)
      .map((label) => {
        const others = points.filter((_, other) => other !== row && labels[other] === label)
        return { label, gap: others.length === 0 ? NaN : mean(others.map((other) => between(point, other))) }
      })
    const a = byLabel.find(({ label }) => label === labels[row])!.gap
    const rest = byLabel.filter(({ label }) => label !== labels[row])
    const best = rest.reduce((least, each) => (each.gap < least.gap ? each : least))
    const value = Number.isNaN(a) || Math.max(a, best.gap) === 0 ? 0 : (best.gap - a) / Math.max(a, best.gap)
    return { value, nextBest: best.label }
  })
}

const manhattan = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, column) => sum + Math.abs(value - b[column]!), 0)

test('two pairs on a line, by hand', () => {
  const { mean, values, nextBest, labels, clusterMeans } = silhouette([[1], [2], [8], [9]], [3, 3, 7, 7])
  expect(values).toEqual(Float64Array.of(6.5 / 7.5, 5.5 / 6.5, 5.5 / 6.5, 6.5 / 7.5))
  expect(mean).toBeCloseTo((13 / 15 + 11 / 13) / 2, 15)
  expect(clusterMeans[1]).toBeCloseTo((13 / 15 + 11 / 13) / 2, 15)
  expect(nextBest).toEqual(Int32Array.of(7, 7, 3, 3))
  expect(labels).toEqual(Int32Array.of(3, 7))
})

test.each([
  [60, 3, 4],
  [131, 1, 2],
  [300, 7, 9],
  [1300, 2, 2],
])('%i rows, %i columns, %i clusters: is what the definition says', (rows, columns, k) => {
  const made = blobs(rows, rows, columns, k)
  for (const [name, between] of [['euclidean', distance] as const, ['manhattan', manhattan] as const]) {
    const expected = oracle(made, between)
    const { values, nextBest } = silhouette(made.points, made.labels, { distance: name })
    expect(Array.from(nextBest)).toEqual(expected.map(({ nextBest }) => nextBest))
    values.forEach((value, row) => expect(value).toBeCloseTo(expected[row]!.value, 12))
  }
})

test('equal rows, rows alone in their cluster, and rows of weight 2 that are given twice', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 25, maxLength: 25 })
  fc.assert(
    fc.property(labelled, weights, ({ points, labels }, all) => {
      const own = all.slice(0, points.length)
      const expected = oracle({ points: repeated(points, own), labels: repeated(labels, own) })
      const found = silhouette(points, labels, { weights: own })
      repeated([...found.values], own).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!.value, 12))
      expect(found.mean).toBeCloseTo(mean(expected.map(({ value }) => value)), 12)
      expect(found.values.every((value) => value >= -1 && value <= 1)).toBe(true)
    }),
  )
})

test('the means of clusters make up the mean', () => {
  const { points, labels } = blobs(2, 90, 2, 3)
  const { mean, clusterMeans, values } = silhouette(points, labels)
  const sizes = [0, 1, 2].map((label) => labels.filter((each) => each === label).length)
  expect(clusterMeans.reduce((sum, each, label) => sum + each * sizes[label]!, 0) / 90).toBeCloseTo(mean, 14)
  expect(values.reduce((sum, value) => sum + value, 0) / 90).toBeCloseTo(mean, 14)
})

test('rows without a cluster take no part', () => {
  const { mean, values, nextBest } = silhouette([[1], [5], [2], [8], [9]], [0, -1, 0, 1, 1])
  expect(values).toEqual(Float64Array.of(6.5 / 7.5, 0, 5.5 / 6.5, 5.5 / 6.5, 6.5 / 7.5))
  expect(nextBest).toEqual(Int32Array.of(1, -1, 1, 0, 0))
  expect(mean).toBe(silhouette([[1], [2], [8], [9]], [0, 0, 1, 1]).mean)
})

test('rows that all lie at one place have a silhouette of 0', () => {
  expect(silhouette([[4], [4], [4]], [0, 1, 1]).values).toEqual(new Float64Array(3))
})

test.each([
  [() => silhouette([[1], [2]], [0, 0]), 'silhouette: labels must hold at least 2 clusters, got 1'],
  [
    () => silhouette([[1], [2], [3]], [0, 0, 1], { distance: 'cosine' as 'euclidean' }),
    'silhouette: distance must be one of "euclidean", "manhattan", got "cosine"',
  ],
])('errors name it', (call, message) => {
  expect(call).toThrow(new RangeError(message))
})

describe('on workers', () => {
  const made = blobs(7, 3000, 5, 6)
  const pools = [1, 2, 3].map((workers) => openPool({ workers }))
  afterAll(() => Promise.all(pools.map((pool) => pool.close())))

  test('any number of them, and the twins, give the same bits', async () => {
    const expected = silhouette(made.points, made.labels)
    for (const pool of pools) expect(await silhouetteAsync(made.points, made.labels, { pool })).toEqual(expected)
    const twins = new Engine(false, 'twin')
    expect(run(silhouetteSteps('silhouette', twins, made.points, made.labels, undefined))).toEqual(expected)
    expect(twins.arena.used).toBe(0)
  })

  test('progress counts rows', async () => {
    const seen: number[] = []
    await silhouetteAsync(made.points, made.labels, { pool: pools[0]!, onProgress: ({ done }) => seen.push(done) })
    expect(seen[0]).toBe(0)
    expect(seen.at(-1)).toBe(3000)
  })

  test('it ends when it is told to, and gives its memory back', async () => {
    const pool = pools[1]!
    const controller = new AbortController()
    const onProgress = () => controller.abort(new Error('enough'))
    const ended = silhouetteAsync(made.points, made.labels, { pool, signal: controller.signal, onProgress })
    await expect(ended).rejects.toThrow(new Error('enough'))
    expect(pool.engine.arena.used).toBe(0)
  })

  test('errors name the asynchronous form', async () => {
    await expect(silhouetteAsync([[1], [2]], [0, 0])).rejects.toThrow(
      new RangeError('silhouetteAsync: labels must hold at least 2 clusters, got 1'),
    )
  })
})

describe.skipIf(!hasShared)('is that of scikit-learn', () => {
  test('on the scores of Online Retail II', () => {
    const { points, weights } = scoreCells()
    for (const { k, centroids, silhouette: expected } of reference('clustering').kmeansOnScores.slice(1, 6)) {
      const { labels } = kmeans(points, k, { initial: centroids, weights })
      expect(silhouette(points, labels, { weights }).mean).toBeCloseTo(expected, 9)
    }
  })

  test('on iris, row by row, for both distances', () => {
    const { points, kmeans: runs } = reference('clustering-iris')
    for (const { k, centroids, silhouette: expected, silhouetteManhattan, silhouetteOfPoints } of runs.slice(1, 6)) {
      const { labels } = kmeans(points, k, { initial: centroids })
      const found = silhouette(points, labels)
      expect(found.mean).toBeCloseTo(expected, 9)
      silhouetteOfPoints?.forEach((value: number, row: number) => expect(found.values[row]).toBeCloseTo(value, 9))
      expect(silhouette(points, labels, { distance: 'manhattan' }).mean).toBeCloseTo(silhouetteManhattan, 9)
    }
  })

  describe('on the scaled logarithms of 5,878 customers', () => {
    let points: number[][]
    beforeAll(async () => {
      points = await scaledLogarithms()
    })

    test.each([3, 4, 5])('%i clusters', (k) => {
      const expected = reference('clustering').kmeansOnScaledLog[k - 2]
      const { labels } = kmeans(points, k, { initial: expected.centroids })
      const { mean, clusterMeans, values } = silhouette(points, labels)
      expect(Array.from(labels.subarray(0, 20))).toEqual(expected.labelsOfFirst20Customers)
      expect(mean).toBeCloseTo(expected.silhouette, 9)
      clusterMeans.forEach((each, label) => expect(each).toBeCloseTo(expected.silhouetteOfClusters[label], 9))
      const first = expected.silhouetteOfFirst20Customers as number[]
      first.forEach((value, row) => expect(values[row]).toBeCloseTo(value, 9))
    })
  })
})
