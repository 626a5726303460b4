import { Engine } from '@clientele/compute'
import { run } from '@clientele/core'
import { expect, test } from 'vitest'
import { lloydMemory, workingMemory } from '../../src/kmeans/lloyd-memory.js'
import { Pace } from '../../src/pace.js'

function memoryOf(rows: number, columns: number, k: number) {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const points = {
    rows,
    columns,
    points: scope.room('f64', rows * columns),
    weights: scope.room('f64', 1),
    weighted: 0 as const,
  }
  return run(lloydMemory(scope, { engine, pace: new Pace(), ...points }, k))
}

test('sums are kept for blocks of rows, so large that they take less room than the rows', () => {
  const few = memoryOf(100, 3, 8)
  expect(few).toMatchObject({ sumsInPassing: 'anew', sumRows: 4096, assignRows: 4096, tileCount: 1 })
  expect(few.sums.length).toBe(8 * 5)
  const many = memoryOf(20_000, 3, 9)
  expect(many).toMatchObject({ sumsInPassing: 'mended', tileCount: 2, assignRows: 4096 })
  expect(many.sums.length).toBe(5 * 9 * 5)
  expect(many.moved.length).toBe(5)
  expect(memoryOf(20_000, 3, 6000).sumRows).toBe(12_000)
})

test('where assigning takes long, its blocks are shorter than those of the sums', () => {
  const memory = memoryOf(20_000, 60, 100)
  expect(memory).toMatchObject({ sumsInPassing: 'none', sumRows: 4096, assignRows: 168 })
  expect(memory.moved.length).toBe(120)
})

test('many rows have room in single precision', () => {
  expect(memoryOf(20_000, 3, 9).narrow?.rows.length).toBe(4 * 20_000)
  expect(memoryOf(100, 3, 9).narrow).toBeUndefined()
})

test('working memory has room for a list of the rows of a block, and for 64 narrow rows with what is found of each', () => {
  expect(workingMemory(7, 3)).toEqual([
    { scratch: 'i32', length: 7 },
    { scratch: 'f32', length: 64 * 6 },
  ])
})

test('a small problem gets its working memory once, a large one in every thread', () => {
  expect(memoryOf(100, 3, 8).working).toMatchObject([
    { type: 'i32', length: 100 },
    { type: 'f32', length: 64 * 6 },
  ])
  expect(memoryOf(20_000, 3, 9).working).toEqual(workingMemory(4096, 3))
})
