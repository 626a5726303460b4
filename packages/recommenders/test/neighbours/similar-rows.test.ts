import { Engine, localEngine, openPool } from '@clientele/compute'
import { csrFromTriplets, run, runAsync, type Progress } from '@clientele/core'
import { expect, test } from 'vitest'
import { KIND } from '../../src/kernels/similarity.js'
import { comparedRows } from '../../src/neighbours/compared-rows.js'
import { similarRows } from '../../src/neighbours/similar-rows.js'

/** Column c is in the rows c, c + 1, … c + 3 of `rows`. */
function band(columns: number, rows: number) {
  const cells = Array.from({ length: rows * 4 }, (_, i) => [i >> 2, ((i >> 2) + (i % 4)) % columns] as const)
  const rowOf = cells.map(([row]) => row)
  const columnOf = cells.map(([, column]) => column)
  return csrFromTriplets(columnOf, rowOf, new Float64Array(cells.length).fill(1), columns, rows)
}

const limits = { neighbors: 3, shrinkage: 0, minSupport: 1 }
const banded = (rows: number, columns: number) => comparedRows(band(rows, columns), { kind: KIND.dot }, limits)

test('lists of many pieces are put together in order', () => {
  const found = run(similarRows(localEngine(), 'test', banded(500, 500)))
  // column c shares three rows with its neighbours, two with the next ones
  for (const column of [3, 77, 490]) {
    const row = Array.from(found.indices.subarray(found.offsets[column], found.offsets[column + 1]))
    expect(row).toEqual([column - 2, column - 1, column + 1])
  }
  expect(found.offsets[500]).toBe(1500)
})

test('a pool gives the same lists and tells how far it is', async () => {
  const compared = banded(200, 300)
  const pool = openPool({ workers: 2 })
  const reports: Progress[] = []
  const steps = similarRows(pool.engine, 'test', compared)
  const found = await runAsync(steps, { pool, onProgress: (report) => reports.push(report) })
  await pool.close()
  expect(found).toEqual(run(similarRows(localEngine(), 'test', compared)))
  expect(reports.at(-1)).toEqual({ stage: 'similarities', done: 200, total: 200 })
  expect(reports.length).toBeGreaterThan(10)
})

test('memory is given back, also after an error', () => {
  const engine = new Engine()
  run(similarRows(engine, 'test', banded(50, 50)))
  expect(engine.arena.used).toBe(0)
  const steps = similarRows(engine, 'test', banded(50, 50))
  steps.next()
  steps.return(undefined as never)
  expect(engine.arena.used).toBe(0)
})
