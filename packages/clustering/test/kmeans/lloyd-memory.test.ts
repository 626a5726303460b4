import { Engine } from '@clientele/compute'
import { expect, test } from 'vitest'
import { lloydMemory, rowList } from '../../src/kmeans/lloyd-memory.js'
import { Pace } from '../../src/pace.js'

function memoryOf(rows: number, columns: number, k: number) {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const points = { rows, columns, points: scope.room('f64', 1), weights: scope.room('f64', 1), weighted: 0 as const }
  return lloydMemory(scope, { engine, pace: new Pace(), ...points }, k)
}

test('sums are kept for blocks of rows, so large that they take less room than the rows', () => {
  const few = memoryOf(100, 3, 8)
  expect(few).toMatchObject({ oneBlock: true, sumRows: 8192, tileCount: 1 })
  expect(few.sums.length).toBe(8 * 5)
  const many = memoryOf(20_000, 3, 9)
  expect(many).toMatchObject({ oneBlock: false, tileCount: 2 })
  expect(many.sums.length).toBe(3 * 9 * 5)
  expect(many.moved.length).toBe(3)
  expect(memoryOf(20_000, 3, 6000).sumRows).toBe(12_000)
})

test('a list has room for all rows of a block', () => {
  expect(rowList(7)).toEqual({ scratch: 'i32', length: 7 })
})
