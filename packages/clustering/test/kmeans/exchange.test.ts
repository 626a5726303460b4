import { expect, test } from 'vitest'
import { exchangeRows } from '../../src/kmeans/exchange.js'
import { inertiaOf, randomRows } from '../points.js'
import { withMemory } from './in-memory.js'

/** Labels and centers after exchanges from a grouping and its means. */
function exchanged(rows: number[][], labels: number[], k: number) {
  const centers = Array.from({ length: k }, (_, cluster) => {
    const members = rows.filter((_, row) => labels[row] === cluster)
    return rows[0]!.map((_, column) => members.reduce((sum, row) => sum + row[column]!, 0) / members.length)
  })
  return withMemory(rows, centers.flat(), labels, function* (memory) {
    const moved = yield* exchangeRows(memory)
    return { moved, labels: Array.from(memory.labels.view()), centers: Array.from(memory.centers.view()) }
  })
}

test('a row leaves the cluster whose center it pulls', () => {
  // -1 1 5 | 12: means 5/3 and 12. Of 5 the own center is nearer (10/3 against 7), but 3/2 · 100/9 = 16.7 goes and
  // 1/2 · 49 = 24.5 would come: it stays. With 11 instead of 12: 18 would come; with 10, 12.5: it moves.
  expect(exchanged([[-1], [1], [5], [12]], [0, 0, 0, 1], 2).moved).toBe(false)
  expect(exchanged([[-1], [1], [5], [11]], [0, 0, 0, 1], 2).moved).toBe(false)
  const { moved, labels, centers } = exchanged([[-1], [1], [5], [10]], [0, 0, 0, 1], 2)
  expect({ moved, labels }).toEqual({ moved: true, labels: [0, 0, 1, 1] })
  expect(centers[0]).toBeCloseTo(0, 12)
  expect(centers[1]).toBeCloseTo(7.5, 12)
})

test('afterwards no single move lowers the inertia, and centers are the means', () => {
  for (let seed = 0; seed < 20; seed++) {
    const rows = randomRows(seed, 30, 2)
    const { labels, centers } = exchanged(
      rows,
      rows.map((_, row) => row % 4),
      4,
    )
    const reached = inertiaOf(rows, labels, 4)
    expect(reached).toBeLessThan(inertiaOf(rows, rows.map((_, row) => row % 4), 4)) // prettier-ignore
    rows.forEach((_, row) => {
      for (let to = 0; to < 4; to++) expect(inertiaOf(rows, labels.with(row, to), 4)).toBeGreaterThan(reached - 1e-9)
    })
    const members = rows.filter((_, row) => labels[row] === 0)
    expect(centers[0]).toBeCloseTo(members.reduce((sum, [x]) => sum + x!, 0) / members.length, 12)
  }
})

test('the last row of a cluster stays', () => {
  expect(exchanged([[0], [1]], [0, 1], 2)).toMatchObject({ moved: false, labels: [0, 1] })
})
