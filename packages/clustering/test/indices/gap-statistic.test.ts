import { openPool } from '@clientele/compute'
import { random } from '@clientele/core'
import { describe, expect, test } from 'vitest'
import { elbow, gapStatistic, gapStatisticAsync } from '../../src/index.js'
import { randomRows } from '../points.js'
import { repeated } from './labelled.js'

/** Three round clusters of 30 rows in the plane, far apart. */
function threeClusters(seed: number): number[][] {
  const stream = random(seed).fork('three')
  const centres = [
    [0, 0],
    [12, 0],
    [0, 12],
  ]
  return Array.from({ length: 90 }, (_, row) => centres[row % 3]!.map((centre) => centre + stream.normal()))
}

const ks = [1, 2, 3, 4, 5]

test('clusters that lie apart are counted', () => {
  for (let seed = 0; seed < 10; seed++) expect(gapStatistic(threeClusters(seed), ks, { seed }).k).toBe(3)
})

test('rows spread evenly are one cluster', () => {
  const found = Array.from({ length: 10 }, (_, seed) => gapStatistic(randomRows(seed, 150, 2), ks, { seed }).k)
  expect(found.filter((k) => k === 1).length).toBeGreaterThanOrEqual(9)
})

test('a stretched cloud in a slanting direction is one cluster beside a box along its components', () => {
  const stream = random(1).fork('cloud')
  const points = Array.from({ length: 200 }, () => {
    const along = 10 * stream.normal()
    return [along + stream.normal(), along + stream.normal()]
  })
  expect(gapStatistic(points, ks, { seed: 1, box: 'components' }).k).toBe(1)
  expect(gapStatistic(points, ks, { seed: 1, box: 'columns' }).k).not.toBe(1)
})

test('gaps are mean logarithms of inertias drawn less those of the points', () => {
  const points = threeClusters(3)
  const options = { seed: 3, restarts: 4 }
  const { gaps, standardErrors, ks: given } = gapStatistic(points, ks, { ...options, references: 6 })
  const low = [0, 1].map((column) => Math.min(...points.map((row) => row[column]!)))
  const high = [0, 1].map((column) => Math.max(...points.map((row) => row[column]!)))
  const logs = Array.from({ length: 6 }, (_, reference) => {
    const stream = random(3).fork('gap').fork(reference)
    const drawn = points.map(() => [0, 1].map((at) => low[at]! + (high[at]! - low[at]!) * stream.next()))
    return Array.from(elbow(drawn, ks, options).inertias, Math.log)
  })
  const own = Array.from(elbow(points, ks, options).inertias, Math.log)
  expect(given).toEqual(Int32Array.from(ks))
  gaps.forEach((gap, i) => {
    const mean = logs.reduce((sum, each) => sum + each[i]!, 0) / 6
    const deviation = Math.sqrt(logs.reduce((sum, each) => sum + (each[i]! - mean) ** 2, 0) / 6)
    expect(gap).toBeCloseTo(mean - own[i]!, 9)
    expect(standardErrors[i]).toBeCloseTo(deviation * Math.sqrt(7 / 6), 9)
  })
})

test('the rule of Tibshirani: the first gap that the next does not surpass by more than its standard error', () => {
  for (let seed = 0; seed < 8; seed++) {
    const { gaps, standardErrors, k } = gapStatistic(randomRows(seed, 40, 1), [2, 3, 5], { seed, references: 3 })
    const found = [0, 1].find((i) => gaps[i]! >= gaps[i + 1]! - standardErrors[i + 1]!)
    expect(k).toBe(found === undefined ? undefined : [2, 3][found])
  }
})

test('a gap that rises to the end names no number', () => {
  expect(gapStatistic(threeClusters(1), [1, 2, 3], { seed: 1 }).k).toBeUndefined()
})

describe.each(['columns', 'components'] as const)('with a box along %s', (box) => {
  test('a row of weight 2 is a row given twice', () => {
    const points = threeClusters(5)
    const weights = points.map((_, row) => 1 + (row % 2))
    const weighted = gapStatistic(points, ks, { seed: 2, references: 5, box, weights })
    const given = gapStatistic(repeated(points, weights), ks, { seed: 2, references: 5, box })
    expect(weighted.k).toBe(given.k)
    weighted.gaps.forEach((gap, i) => expect(gap).toBeCloseTo(given.gaps[i]!, 6))
  })

  test('neither a common factor nor a shift changes it', () => {
    const points = threeClusters(5)
    const moved = points.map((row) => row.map((value) => 1e-30 * (value + 1000)))
    const options = { seed: 2, references: 5, box }
    const expected = gapStatistic(points, ks, options)
    const found = gapStatistic(moved, ks, options)
    expect(found.k).toBe(expected.k)
    found.gaps.forEach((gap, i) => expect(gap).toBeCloseTo(expected.gaps[i]!, 6))
  })
})

test('workers give the same bits, and progress counts sets', async () => {
  const pool = openPool({ workers: 2 })
  const points = threeClusters(1)
  const seen: unknown[] = []
  const options = { seed: 1, references: 3, box: 'components' } as const
  const found = await gapStatisticAsync(points, ks, { ...options, pool, onProgress: (at) => seen.push(at) })
  expect(found).toEqual(gapStatistic(points, ks, options))
  expect(seen.at(-1)).toEqual({ stage: 'gap statistic', done: 4, total: 4 })
  expect(new Set(seen.map((at) => (at as { stage: string }).stage))).toEqual(new Set(['gap statistic']))
  await pool.close()
})

test.each([
  [[1], 'ks must hold at least two numbers of clusters, got an array of 1'],
  [[1, 1], 'ks[1] must be above ks[0] = 1, got 1'],
  [[0, 1], 'ks[0] must be at least 1, got 0'],
  [[1, 2, 3, 4], 'ks[3] must be below 4, the number of distinct rows, got 4'],
])('numbers of clusters %j are refused', (bad, message) => {
  expect(() => gapStatistic([[1], [2], [3], [4], [4]], bad, { seed: 1 })).toThrow(
    new RangeError(`gapStatistic: ${message}`),
  )
})

test.each([
  [{}, new TypeError('gapStatistic: seed must be a string or a finite number, got undefined')],
  [{ seed: 1, references: 1 }, new RangeError('gapStatistic: references must be at least 2, got 1')],
  [{ seed: 1, restarts: 0 }, new RangeError('gapStatistic: restarts must be at least 1, got 0')],
  [{ seed: 1, box: 'ball' }, new RangeError('gapStatistic: box must be one of "columns", "components", got "ball"')],
  [{ seed: 1, weights: [1] }, new RangeError('gapStatistic: weights.length must be 3, one per row, got 1')],
])('options %j are refused', (options, error) => {
  expect(() => gapStatistic([[1], [2], [3]], [1, 2], options as { seed: number })).toThrow(error)
})
