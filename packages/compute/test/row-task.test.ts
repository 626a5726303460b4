import { computeKernels, Engine, rowTask } from '@clientele/compute'
import { expect, test } from 'vitest'

const engine = new Engine()
const scope = engine.arena.scope()
const matrix = scope.copy(Float64Array.from({ length: 10 }, (_, i) => i))
const one = scope.copy(Float64Array.of(1))
const into = scope.zeros('f64', 10)
const args = [matrix, 1, one, into]

test('rows are cut into blocks at fixed borders, the last of which may be short', () => {
  const task = rowTask(engine, computeKernels, 'timesVectorF64', args, { rows: 10, blockRows: 4 })
  expect(task.blocks).toBe(3)
  task.runBlock(2)
  expect([...into.view()]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 8, 9])
  task.runBlock(0)
  expect([...into.view()]).toEqual([0, 1, 2, 3, 0, 0, 0, 0, 8, 9])
})

test('no rows are no blocks', () => {
  expect(rowTask(engine, computeKernels, 'timesVectorF64', args, { rows: 0, blockRows: 4 }).blocks).toBe(0)
})

test.each([
  ['timesVectorF64', { rows: -1, blockRows: 1 }, 'timesVectorF64: rows must be at least 0, got -1'],
  ['timesVectorF64', { rows: 1, blockRows: 0 }, 'timesVectorF64: blockRows must be at least 1, got 0'],
  ['toString', { rows: 1, blockRows: 1 }, 'rowTask: kernel must be one of @clientele/compute, got "toString"'],
])('%s with %o is refused', (kernel, shape, message) => {
  expect(() => rowTask(engine, computeKernels, kernel, args, shape)).toThrow(new RangeError(message))
})
