import { localEngine } from '@clientele/compute'
import { csrFromTriplets, random, run, type Steps } from '@clientele/core'
import { expect, test } from 'vitest'
import { comparedRows } from '../../src/neighbours/compared-rows.js'
import { comparisonOf } from '../../src/neighbours/comparison.js'
import { similarRows } from '../../src/neighbours/similar-rows.js'
import { updatedRows } from '../../src/neighbours/updated-rows.js'

const limits = { neighbors: 3, shrinkage: 0, minSupport: 1 }
const rows = 60

/** Row r has cells in some of the columns r to r + 7. */
function cellsOf(seed: number, count: number): [row: number, column: number][] {
  const stream = random(seed)
  return Array.from({ length: count }, () => {
    const row = stream.integer(rows)
    return [row, row + stream.integer(8)]
  })
}

function comparedOf(cells: readonly [number, number][], similarity: 'cosine' | 'logLikelihood' | 'bm25') {
  const matrix = csrFromTriplets(
    cells.map(([row]) => row),
    cells.map(([, column]) => column),
    cells.map(() => 1),
    rows,
    rows + 8,
  )
  return comparedRows(matrix, comparisonOf('test', matrix, { similarity, k1: 1.2, b: 0.75 }), limits)
}

/** How many rows each pass over rows compares. */
function* counting<R>(steps: Steps<R>, passes: number[]): Steps<R> {
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done === true) return next.value
    if ('total' in next.value && next.value.done === next.value.total) passes.push(next.value.total)
    yield next.value
  }
}

function outcome(
  similarity: 'cosine' | 'logLikelihood' | 'bm25',
  seed: number,
  added: number,
  among: 'others' | 'all' = 'others',
) {
  const old = cellsOf(seed, 300)
  const [before, after] = [old, [...old, ...cellsOf(seed + 1000, added)]].map((cells) => comparedOf(cells, similarity))
  const lists = run(similarRows(localEngine(), 'test', before!, among))
  const passes: number[] = []
  const updated = run(
    counting(updatedRows(localEngine(), 'test', { byRow: before!.byRow, lists }, after!, among), passes),
  )
  expect(updated).toEqual(run(similarRows(localEngine(), 'test', after!, among)))
  return passes
}

test('few rows are compared, and the lists are those of a full comparison', () => {
  for (const among of ['others', 'all'] as const) {
    const passes = Array.from({ length: 40 }, (_, seed) => outcome('cosine', seed, 2, among))
    expect(Math.max(...passes.map(([changed]) => changed!))).toBe(2)
    const again = passes.flatMap(([, uncertain]) => uncertain ?? [])
    expect(again.length).toBeGreaterThan(10)
    expect(Math.max(...again)).toBeLessThan(rows / 4)
  }
})

test('all rows are compared where most have changed, or where each depends on all', () => {
  expect(outcome('cosine', 1, 200)).toEqual([rows])
  expect(outcome('bm25', 1, 1)).toEqual([rows])
  expect(outcome('logLikelihood', 1, 1)).toEqual([rows])
})

test('nothing is compared where nothing has changed', () => {
  expect(outcome('cosine', 1, 0)).toEqual([])
})
