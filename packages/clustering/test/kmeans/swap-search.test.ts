import { denseOf, type Dense } from '@clientele/core'
import { readOrders } from '@clientele/io'
import { rfm } from '@clientele/rfm'
import { hasShared, reference, sharedFile } from '@clientele/testing'
import { describe, expect, test } from 'vitest'
import { elbow, kmeans } from '../../src/index.js'
import { bestInertia, randomRows, scoreCells } from '../points.js'

test('swaps reach the best grouping of a few points from a single run', () => {
  for (let seed = 0; seed < 30; seed++) {
    const points = randomRows(seed, 7, 2)
    const { inertia } = kmeans(points, 3, { seed, restarts: 1, search: 'swap' })
    expect(inertia).toBeCloseTo(bestInertia(points, 3), 12)
  }
})

test('swaps never do worse than the run they began with, and the result is at rest', () => {
  for (let seed = 0; seed < 10; seed++) {
    const points = randomRows(seed, 60, 3)
    const options = { seed, restarts: 1, tolerance: 0 }
    const swapped = kmeans(points, 9, { ...options, search: 'swap', tries: 20 })
    expect(swapped.inertia).toBeLessThanOrEqual(kmeans(points, 9, options).inertia)
    expect(swapped.converged).toBe(true)
    const again = kmeans(points, 9, { initial: swapped.centroids, tolerance: 0 })
    expect(again.labels).toEqual(swapped.labels)
    expect(again.inertia).toBeCloseTo(swapped.inertia, 12)
  }
})

test('one cluster and as many as rows have nothing to swap', () => {
  const points = randomRows(1, 6, 2)
  for (const k of [1, 6]) {
    const options = { seed: 1, restarts: 1 }
    expect(kmeans(points, k, { ...options, search: 'swap' }).inertia).toBeCloseTo(
      kmeans(points, k, options).inertia,
      12,
    )
  }
})

describe.skipIf(!hasShared)('beside the best inertias known', () => {
  test.each([1, 2, 3])('seed %d reaches all twelve of the scores of Online Retail II', (seed) => {
    const { points, weights } = scoreCells()
    const best: { k: number; inertia: number }[] = reference('clustering').kmeansOnScores
    const ks = best.map(({ k }) => k)
    const { inertias } = elbow(points, ks, { seed, search: 'swap', weights, tolerance: 0 })
    inertias.forEach((inertia, i) => expect(inertia / best[i]!.inertia, `k = ${ks[i]}`).toBeLessThanOrEqual(1 + 1e-9))
  })
  test('so does the scaled log of recency, frequency and money', async () => {
    const { orders } = await readOrders(sharedFile('data/online-retail-ii/online_retail_II.parquet'))
    const { asOf } = reference('online-retail-ii').rfm
    const table = rfm(orders, { asOf, frequency: 'lines' })
    const points = scaledLog(denseOf(table, ['recency', 'frequency', 'monetary']))
    for (const { k, inertia: best } of reference('clustering').kmeansOnScaledLog) {
      const { inertia } = kmeans(points, k, { seed: 1, restarts: 2, search: 'swap', tries: 50, tolerance: 0 })
      expect(inertia / best, `k = ${k}`).toBeLessThanOrEqual(1 + 1e-9)
    }
  })
})

/** Logarithms of 1 + x, each column with mean 0 and variance 1. */
function scaledLog({ rows, columns, values }: Dense): Dense {
  const logs = values.map(Math.log1p)
  for (let column = 0; column < columns; column++) {
    const cells = logs.filter((_, i) => i % columns === column)
    const mean = cells.reduce((sum, value) => sum + value, 0) / rows
    const deviation = Math.sqrt(cells.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows)
    cells.forEach((value, row) => (logs[row * columns + column] = (value - mean) / deviation))
  }
  return { rows, columns, values: logs }
}
