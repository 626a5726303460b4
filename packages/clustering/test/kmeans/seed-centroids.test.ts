import { random } from '@clientele/core'
import { expect, test } from 'vitest'
import { seedCentroids, seedMemory } from '../../src/kmeans/seed-centroids.js'
import { randomRows } from '../points.js'
import { withRows } from './in-memory.js'

function seeds(rows: readonly number[][], k: number, seed: number, weights?: number[]): number[] {
  return withRows(rows, weights, function* (points) {
    const memory = seedMemory(points.engine.arena.scope(), points, k)
    return Array.from(yield* seedCentroids(points, memory, k, random(seed)))
  })
}

/** As {@link seeds} for many seeds, in one memory. */
function manySeeds(rows: readonly number[][], k: number, count: number, weights?: number[]): number[][] {
  return withRows(rows, weights, function* (points) {
    const memory = seedMemory(points.engine.arena.scope(), points, k)
    const drawn: number[][] = []
    for (let seed = 0; seed < count; seed++) {
      drawn.push(Array.from(yield* seedCentroids(points, memory, k, random(seed))))
    }
    return drawn
  })
}

test('the first row is drawn by weight', () => {
  const draws = manySeeds([[0], [1], [2]], 1, 4000, [1, 2, 5]).map(([first]) => first)
  const shares = [0, 1, 2].map((row) => draws.filter((draw) => draw === row).length / draws.length)
  // five standard deviations of a share of 4,000 draws
  ;[0.125, 0.25, 0.625].forEach((share, row) => expect(Math.abs(shares[row]! - share)).toBeLessThan(0.04))
})

test('the second row is the best of two drawn by weight times squared distance', () => {
  // From 0 the squared distances are 1 and 9: a candidate is 3 with probability 0.9. Picking 3 leaves 1, picking 1 leaves
  // 4, so 1 is picked only when both candidates are: 0.01. From 1 (distances 1 and 4), 0 only when both are: 0.04.
  const pairs = manySeeds([[0], [1], [3]], 2, 20_000)
  const share = (from: number, to: number) => {
    const begun = pairs.filter(([first]) => first === from)
    return begun.filter(([, second]) => second === to).length / begun.length
  }
  expect(Math.abs(share(0, 1) - 0.01)).toBeLessThan(0.0065)
  expect(Math.abs(share(1, 0) - 0.04)).toBeLessThan(0.0125)
})

test('rows are never picked twice, even where squared distances are rounded to 0', () => {
  for (let seed = 0; seed < 50; seed++) {
    const rows = randomRows(seed, 9, 2)
    const picked = seeds(rows, 9, seed)
    expect(new Set(Array.from({ length: 9 }, (_, i) => picked.slice(2 * i, 2 * i + 2).join())).size).toBe(9)
    expect(seeds([[0], [1e-200], [2e-200]], 3, seed).toSorted((a, b) => a - b)).toEqual([0, 1e-200, 2e-200])
  }
})

test('far apart groups get one seed each', () => {
  const groups = [0, 1, 2, 3, 4].flatMap((group) =>
    randomRows(group, 20, 2).map((row) => row.map((value) => value + group * 1000)),
  )
  for (let seed = 0; seed < 20; seed++) {
    const picked = seeds(groups, 5, seed).filter((_, i) => i % 2 === 0)
    expect(new Set(picked.map((value) => Math.floor(value / 1000))).size).toBe(5)
  }
})

test('many rows are drawn from all blocks', () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => [row])
  const firsts = manySeeds(rows, 2, 200)
  const blocks = new Set(firsts.flat().map((value) => value >> 13))
  expect(blocks).toEqual(new Set([0, 1, 2]))
  // Two of two candidates each far from the first row: hardly ever neighbours.
  expect(firsts.filter(([a, b]) => Math.abs(a! - b!) < 1000).length).toBeLessThan(5)
})
