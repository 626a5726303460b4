import { hasShared, reference } from '@clientele/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dbscan, dbscanAsync } from '../../src/index.js'
import { numberByFirstRow } from '../../src/number-by-first-row.js'
import { randomRows, squaredDistance } from '../points.js'

test('two dense stretches of a line are two clusters, and what lies alone is noise', () => {
  expect(dbscan([[1], [2], [3], [8], [9], [40]], 1, { minPoints: 2 })).toEqual({
    labels: Int32Array.of(0, 0, 0, 1, 1, -1),
    sizes: Float64Array.of(3, 2),
    noise: 1,
    core: Uint8Array.of(1, 1, 1, 1, 1, 0),
  })
})

test('a ring and its middle are told apart, which no centroids could do', () => {
  const ring = Array.from({ length: 60 }, (_, i) => [Math.cos(i / 9.5) * 5, Math.sin(i / 9.5) * 5])
  const middle = Array.from({ length: 20 }, (_, i) => [Math.cos(i) / 4, Math.sin(i) / 4])
  const { labels, sizes } = dbscan([...ring, ...middle], 0.6, { minPoints: 3 })
  expect(Array.from(sizes)).toEqual([60, 20])
  expect(new Set(labels.subarray(0, 60))).toEqual(new Set([0]))
})

test('five rows within reach make a core unless another number is asked for', () => {
  const line = [[0], [1], [2], [3], [4]]
  expect(Array.from(dbscan(line, 2).core)).toEqual([0, 0, 1, 0, 0])
  expect(Array.from(dbscan(line, 2, { minPoints: 4 }).core)).toEqual([0, 1, 1, 1, 0])
})

test('when nothing is dense all rows are noise', () => {
  expect(dbscan([[0], [5], [9]], 1, { minPoints: 2 })).toEqual({
    labels: Int32Array.of(-1, -1, -1),
    sizes: Float64Array.of(),
    noise: 3,
    core: Uint8Array.of(0, 0, 0),
  })
})

test('identical rows are neighbours even at a distance of 0', () => {
  expect(Array.from(dbscan([[1], [2], [1], [1]], 0, { minPoints: 3 }).labels)).toEqual([0, -1, 0, 0])
})

test('finds the clusters of the definition', () => {
  const cells = fc.integer({ min: 0, max: 12 })
  const rows = fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 6 }), (points, squared, minPoints) => {
      const { labels, core } = dbscan(points, Math.sqrt(squared) + 1e-9, { minPoints })
      const near = (a: number, b: number) => squaredDistance(points[a]!, points[b]!) <= squared
      const all = Array.from(points.keys())
      const isCore = all.map((a) => all.filter((b) => near(a, b)).length >= minPoints)
      expect(Array.from(core)).toEqual(isCore.map(Number))
      const reached = reachedByCores(all, isCore, near)
      for (const a of all) {
        const cores = all.filter((b) => isCore[b] && near(a, b))
        if (cores.length === 0) expect(labels[a]).toBe(-1)
        const least = Math.min(...cores.map((b) => squaredDistance(points[a]!, points[b]!)))
        const nearest = cores.filter((b) => squaredDistance(points[a]!, points[b]!) === least)
        if (cores.length > 0) expect(nearest.map((b) => labels[b])).toContain(labels[a])
        for (const b of all) if (isCore[a] && isCore[b]) expect(labels[a] === labels[b]).toBe(reached[a] === reached[b])
      }
    }),
  )
})

/** Core → the lowest core that a chain of cores leads to. */
function reachedByCores(all: number[], isCore: boolean[], near: (a: number, b: number) => boolean): number[] {
  const reached = [...all]
  for (let changed = true; changed;) {
    changed = false
    for (const a of all) {
      for (const b of all) {
        if (isCore[a] && isCore[b] && near(a, b) && reached[b]! < reached[a]!) {
          reached[a] = reached[b]!
          changed = true
        }
      }
    }
  }
  return reached
}

test('a row of weight 0 takes no part and learns where it would belong', () => {
  const points = [[0], [1], [1.5], [4], [5], [5.9], [20]]
  const { labels, core, sizes } = dbscan(points, 1, { minPoints: 2, weights: [1, 1, 0, 1, 1, 0, 0] })
  expect(Array.from(labels)).toEqual([0, 0, 0, 1, 1, 1, -1])
  expect(Array.from(core)).toEqual([1, 1, 0, 1, 1, 0, 0])
  expect(Array.from(sizes)).toEqual([2, 2])
})

test('a row of weight 0 joins the nearest core, of equally near ones that of the cluster found first', () => {
  const weights = [1, 1, 1, 1, 0, 0]
  expect(dbscan([[0], [0.5], [2], [2.5], [1.25], [1.3]], 1, { minPoints: 2, weights }).labels).toEqual(
    Int32Array.of(0, 0, 1, 1, 0, 1),
  )
})

test('thousands of points, looked at in pieces, give the same', async () => {
  const points = randomRows(1, 4000, 2)
  const found = dbscan(points, 0.02, { minPoints: 5 })
  expect(found.sizes.length).toBeGreaterThan(3)
  const progress: number[] = []
  const onProgress = ({ done }: { done: number }) => progress.push(done)
  expect(await dbscanAsync(points, 0.02, { minPoints: 5, onProgress })).toEqual(found)
  expect(progress.length).toBeGreaterThan(1)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
})

test.each([
  [-1, {}, 'dbscan: eps must be at least 0, got -1'],
  [NaN, {}, 'dbscan: eps must be finite, got NaN'],
  [1, { minPoints: 0 }, 'dbscan: minPoints must be at least 1, got 0'],
  [1, { minPoints: 2.5 }, 'dbscan: minPoints must be an integer, got 2.5'],
  [1, { weights: [1] }, 'dbscan: weights.length must be 2, one per row, got 1'],
])('eps %d with %j is refused', (eps, options, message) => {
  expect(() => dbscan([[1], [2]], eps, options)).toThrow(new RangeError(message))
})

describe.skipIf(!hasShared)('beside scikit-learn on iris', () => {
  const { points, dbscan: cases } = hasShared ? reference('clustering-iris') : { points: [], dbscan: [] }
  test.each(cases as any[])('eps $eps, at least $minSamplesIncludingItself points', (expected) => {
    const { eps, minSamplesIncludingItself: minPoints } = expected
    const { labels, core, noise, sizes } = dbscan(points, eps, { minPoints })
    expect(labels).toEqual(byFirstRow(expected.labels))
    expect(Array.from(core.keys()).filter((row) => core[row] === 1)).toEqual(expected.corePoints)
    expect(noise).toBe(expected.noise)
    expect(sizes.length).toBe(expected.clusters)
  })
})

/** scikit-learn numbers clusters by their first core. */
function byFirstRow(labels: number[]): Int32Array {
  const numbers = numberByFirstRow(Int32Array.from(labels), Math.max(...labels) + 1)
  return Int32Array.from(labels, (label) => (label < 0 ? -1 : numbers[label]!))
}
