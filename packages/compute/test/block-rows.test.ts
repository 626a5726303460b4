import { multiplyAsync, Engine, type Pool, type RowTask } from '@clientele/compute'
import { expect, test } from 'vitest'
import { BLOCK_MULTIPLICATIONS, blockRows } from '../src/block-rows.js'

test('a block has as many rows as are wanted, fewer where each is much work, and one unit at least', () => {
  expect(blockRows(1, 128)).toBe(128)
  expect(blockRows(BLOCK_MULTIPLICATIONS / 10, 128)).toBe(10)
  expect(blockRows(BLOCK_MULTIPLICATIONS / 10, 128, 4)).toBe(8)
  expect(blockRows(BLOCK_MULTIPLICATIONS * 10, 128, 4)).toBe(4)
  expect(blockRows(0, 128, 4)).toBe(128)
  expect(blockRows(1, 3.5, 4)).toBe(4)
})

test('no block of a product is long, whatever its shape', async () => {
  const multiplications: number[] = []
  const engine = new Engine()
  const counting: Pool = {
    engine,
    workers: 1,
    closed: false,
    run(task) {
      const { kernel, args, blockRows: rows } = task as RowTask
      if (kernel === 'multiplyF32') multiplications.push((args[4] as number) * (args[5] as number) * rows)
      if (kernel === undefined) for (let block = 0; block < task.blocks; block++) task.runBlock(block)
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
  }
  const matrix = (rows: number, columns: number) => ({ rows, columns, values: new Float32Array(rows * columns) })
  for (const [rows, depth, columns] of [
    [4000, 4000, 4000],
    [200, 10, 1_000_000],
    [9, 1_000_000, 10],
    [2000, 300, 20_000],
  ] as const) {
    await multiplyAsync(matrix(rows, depth), matrix(depth, columns), { pool: counting })
  }
  expect(multiplications.length).toBeGreaterThan(4)
  expect(Math.max(...multiplications)).toBeLessThanOrEqual(BLOCK_MULTIPLICATIONS)
})
