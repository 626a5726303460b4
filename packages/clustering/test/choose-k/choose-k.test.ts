import { openPool } from '@clientele/compute'
import { random } from '@clientele/core'
import { hasShared, reference } from '@clientele/testing'
import { expect, test } from 'vitest'
import { chooseK, chooseKAsync } from '../../src/index.js'
import { randomRows, scoreCells } from '../points.js'
import { distance, repeated } from '../indices/labelled.js'

const ks = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
/** As little as tells clear clusters from none. */
const quick = { references: 4, resamples: 6, restarts: 2 }

/** 15 to 30 rows around each of k centres, with a standard deviation of 1; centres lie at least 8 apart. */
function separated(seed: number, k: number, columns: number): number[][] {
  const stream = random(seed).fork('separated')
  const centres: number[][] = []
  for (let side = 10 * k ** (1 / columns); centres.length < k; side *= 1.001) {
    const next = Array.from({ length: columns }, () => side * stream.next())
    if (centres.every((centre) => distance(centre, next) >= 8)) centres.push(next)
  }
  return centres.flatMap((centre) =>
    Array.from({ length: 15 + stream.integer(16) }, () => centre.map((value) => value + stream.normal())),
  )
}

test('2 to 10 clusters that lie apart, in 2 to 10 columns, are counted in at least 95 of 100 cases', () => {
  const wrong: string[] = []
  for (let seed = 0; seed < 100; seed++) {
    const k = 2 + (seed % 9)
    const columns = 2 + (Math.floor(seed / 9) % 9)
    const { k: found, reason } = chooseK(separated(seed, k, columns), ks, { seed, ...quick })
    if (found !== k) wrong.push(`seed ${seed}, ${k} clusters in ${columns} columns: ${reason}`)
  }
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(5)
})

test('a cube without structure has no clear number of clusters', () => {
  for (let seed = 0; seed < 20; seed++) {
    const points = randomRows(seed, [40, 120, 250][seed % 3]!, 1 + (seed % 10))
    const { k, reason } = chooseK(points, [2, 3, 4, 5, 6, 7, 8], { seed, ...quick })
    expect(k).toBeUndefined()
    expect(reason).toMatch(/^no clear k: /)
  }
})

test('a slanting cloud has none either', () => {
  for (let seed = 0; seed < 5; seed++) {
    const stream = random(seed).fork('cloud')
    const points = Array.from({ length: 200 }, () => {
      const along = 5 * stream.normal()
      return [along + stream.normal(), along + stream.normal(), stream.normal() - along]
    })
    expect(chooseK(points, [2, 3, 4, 5, 6], { seed, ...quick }).k).toBeUndefined()
  }
})

test('the answer holds votes with reasons and the curves they look at', () => {
  const {
    k,
    agreement,
    votes,
    rows,
    ks: tried,
    ...rest
  } = chooseK(separated(1, 3, 2), [2, 3, 4], { seed: 1, ...quick })
  expect(k).toBe(3)
  expect(agreement).toBeGreaterThanOrEqual(5 / 6)
  expect(votes.map(({ by }) => by)).toEqual([
    'elbow',
    'silhouette',
    'calinskiHarabasz',
    'daviesBouldin',
    'gap',
    'stability',
  ])
  expect(votes.every(({ reason }) => reason.length > 10)).toBe(true)
  expect(rest.reason).toBe(`${Math.round(agreement * 6)} of 6 votes are for 3`)
  expect(rows).toBe(separated(1, 3, 2).length)
  expect(tried).toEqual(Int32Array.of(2, 3, 4))
  const { inertias, silhouettes, calinskiHarabasz, daviesBouldin, gaps, stability } = rest
  for (const curve of [inertias, silhouettes, calinskiHarabasz, daviesBouldin, gaps, stability]) {
    expect(curve).toHaveLength(3)
    expect(curve.every(Number.isFinite)).toBe(true)
  }
  expect(rest.silhouettesByChance).toHaveLength(4)
  expect(structuredClone({ votes, ...rest })).toEqual({ votes, ...rest })
})

test('of many rows a sample is enough', () => {
  const points = repeated(
    separated(4, 4, 3),
    Array.from({ length: 200 }, () => 30),
  ).map(([x, y, z], row) => [x! + (row % 7) / 100, y!, z!])
  const { k, rows } = chooseK(points, [2, 3, 4, 5, 6], { seed: 1, sample: 150, ...quick })
  expect(k).toBe(4)
  expect(rows).toBe(150)
})

test('workers give the same bits, and progress runs to its end', async () => {
  const pool = openPool({ workers: 2 })
  const points = separated(2, 3, 3)
  const seen: { done: number; total: number }[] = []
  const options = { seed: 1, ...quick }
  const found = await chooseKAsync(points, [2, 3, 4], { ...options, pool, onProgress: (at) => seen.push(at) })
  expect(found).toEqual(chooseK(points, [2, 3, 4], options))
  expect(seen.at(-1)).toEqual({ stage: 'number of clusters', done: 8, total: 8 })
  expect(seen.every(({ done }, i) => i === 0 || done >= seen[i - 1]!.done)).toBe(true)
  expect(pool.engine.arena.used).toBe(0)
  await pool.close()
})

test('it ends when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('no longer needed'))
  await expect(chooseKAsync([[1], [2], [3], [4]], [2, 3], { seed: 1, signal })).rejects.toThrow('no longer needed')
})

test.each([
  [[2], { seed: 1 }, new RangeError('chooseK: ks must hold at least two numbers of clusters, got an array of 1')],
  [[1, 2], { seed: 1 }, new RangeError('chooseK: ks[0] must be at least 2, got 1')],
  [[2, 4], { seed: 1 }, new RangeError('chooseK: ks[1] must be below 4, the number of distinct rows, got 4')],
  [[2, 3], {}, new TypeError('chooseK: seed must be a string or a finite number, got undefined')],
  [[2, 3], { seed: 1, sample: 2 }, new RangeError('chooseK: sample must be at least 3, got 2')],
  [[2, 3], { seed: 1, references: 1 }, new RangeError('chooseK: references must be at least 2, got 1')],
  [[2, 3], { seed: 1, resamples: 0 }, new RangeError('chooseK: resamples must be at least 1, got 0')],
  [[2, 3], { seed: 1, weights: [0, 1, 1, 1] }, new RangeError('chooseK: weights[0] must be at least 1, got 0')],
])('ks %j with options %j are refused', (bad, options, error) => {
  expect(() => chooseK([[1], [2], [3], [4]], bad, options as { seed: number })).toThrow(error)
})

test('bad points are named', () => {
  expect(() => chooseK([[1], [NaN]], [2, 3], { seed: 1 })).toThrow(
    new RangeError('chooseK: points[1][0] must be finite, got NaN'),
  )
})

test.skipIf(!hasShared)('iris and the scores of customers: what each vote is for', () => {
  const votesOf = (points: number[][], weights?: number[]) => {
    const { votes } = chooseK(points, [2, 3, 4, 5, 6], { seed: 1, ...(weights && { weights }), restarts: 10 })
    return Object.fromEntries(votes.map(({ by, k }) => [by, k]))
  }
  // The highest silhouette and index, the lowest overlap of the reference.
  const { points, kmeans } = reference('clustering-iris')
  const runs: Record<string, number>[] = kmeans.slice(1, 6)
  const best = (name: string, sign: number) =>
    runs.reduce((top, run) => (sign * run[name]! > sign * top[name]! ? run : top))['k']
  expect(votesOf(points)).toMatchObject({
    silhouette: best('silhouette', 1),
    calinskiHarabasz: best('calinskiHarabasz', 1),
    daviesBouldin: best('daviesBouldin', -1),
  })
  const cells = scoreCells()
  expect(votesOf(cells.points, cells.weights)).toMatchObject({ silhouette: 2, calinskiHarabasz: 2, daviesBouldin: 2 })
})
