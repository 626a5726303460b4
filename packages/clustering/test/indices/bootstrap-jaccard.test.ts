import { localEngine } from '@clientele/compute'
import { random, run } from '@clientele/core'
import { expect, test } from 'vitest'
import { kmeans } from '../../src/index.js'
import { bootstrapJaccard } from '../../src/indices/bootstrap-jaccard.js'
import { randomRows } from '../points.js'

const rows = randomRows(4, 25, 2)
const points = { rows: 25, columns: 2, values: Float64Array.from(rows.flat()) }
const settings = { seed: 8, restarts: 2, iterations: 300, tolerance: 0 }
const progressAt = (done: number) => ({ stage: 'test', done, total: 6 })

test('is the best Jaccard similarity of the sets of draws', () => {
  const { labels } = kmeans(rows, 3, settings)
  const units = { total: 25, rowOf: (unit: number) => unit }
  const found = run(bootstrapJaccard(localEngine(), { points, labels, k: 3 }, units, 6, settings, progressAt))
  expect([found.rows, found.columns]).toEqual([6, 3])
  for (let resample = 0; resample < 6; resample++) {
    const stream = random(8).fork('bootstrap').fork(resample)
    const draws = rows.map((_, draw) => ({ draw, row: stream.integer(25) }))
    const weights = rows.map((_, row) => draws.filter((each) => each.row === row).length)
    const again = kmeans(rows, 3, { ...settings, weights }).labels
    for (let cluster = 0; cluster < 3; cluster++) {
      const own = draws.filter(({ row }) => labels[row] === cluster)
      const similarities = [0, 1, 2].map((other) => {
        const others = draws.filter(({ row }) => again[row] === other)
        return own.filter((each) => others.includes(each)).length / new Set([...own, ...others]).size
      })
      expect(found.values[resample * 3 + cluster]).toBeCloseTo(Math.max(...similarities), 14)
    }
  }
})

test('a cluster none of whose rows are drawn is not found again', () => {
  const labels = Int32Array.from(rows, (_, row) => (row === 24 ? 1 : 0))
  const units = { total: 25, rowOf: (unit: number) => unit % 24 }
  const found = run(bootstrapJaccard(localEngine(), { points, labels, k: 2 }, units, 4, settings, progressAt))
  for (let resample = 0; resample < 4; resample++) expect(found.values[resample * 2 + 1]).toBe(0)
})

test('fewer distinct rows drawn than clusters are grouped into as many clusters as there are rows', () => {
  const units = { total: 25, rowOf: () => 7 }
  const labels = Int32Array.from(rows, (_, row) => row % 3)
  const found = run(bootstrapJaccard(localEngine(), { points, labels, k: 3 }, units, 1, settings, progressAt))
  expect([...found.values]).toEqual([0, 1, 0])
})
