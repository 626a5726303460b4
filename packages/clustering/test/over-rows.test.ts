import { Engine } from '@clientele/compute'
import { expect, test } from 'vitest'
import { bindKernel, overRows, overRowsAgain, rowsPerBlock, runsHere } from '../src/over-rows.js'
import { Pace } from '../src/pace.js'

/** The yields of checking so many numbers at so much work each, and the answers of the blocks. */
function checked(rows: number, perRow: number, bound = false) {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const values = scope.copy(Float64Array.from({ length: rows }, (_, i) => i))
  const into = scope.zeros('i32', Math.ceil(rows / 4))
  const args = [values, 5, into, 4]
  const blocks = { rows, blockRows: 4, perRow }
  const steps = bound
    ? overRowsAgain({ engine, pace: new Pace() }, bindKernel(engine, 'withinLimit', args), blocks)
    : overRows({ engine, pace: new Pace() }, 'withinLimit', args, blocks)
  const tasks = [...steps]
  return { tasks, answers: Array.from(into.view()) }
}

test.each([false, true])('little work is done at once, block by block; bound: %s', (bound) => {
  expect(checked(10, 1, bound)).toEqual({ tasks: [], answers: [1, 0, 0] })
})

test.each([false, true])('much work is a task for whoever drives the steps; bound: %s', (bound) => {
  const { tasks, answers } = checked(10, 2 ** 20, bound)
  expect(answers).toEqual([0, 0, 0])
  expect(tasks).toMatchObject([{ kernel: 'withinLimit', rows: 10, blockRows: 4, blocks: 3 }])
})

test('much little work lets others come in between', () => {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const args = [scope.zeros('f64', 8), 5, scope.zeros('i32', 2), 4]
  const pace = new Pace()
  const pauses = Array.from({ length: 100 }, () => [
    ...overRows({ engine, pace }, 'withinLimit', args, { rows: 8, blockRows: 4, perRow: 2 ** 14 }),
  ]).flat()
  expect(pauses.length).toBeGreaterThan(5)
  expect(pauses.every((pause) => 'blocks' in pause && pause.blocks === 0)).toBe(true)
})

test('blocks are smaller where each row is much work', () => {
  expect([1, 48, 2 ** 10, 2 ** 30].map(rowsPerBlock)).toEqual([32_768, 21_845, 1024, 1])
})

test('what counts as little work can be asked for', () => {
  expect([runsHere({ rows: 2 ** 9, perRow: 2 ** 9 }), runsHere({ rows: 2 ** 9, perRow: 2 ** 9 + 1 })]).toEqual([
    true,
    false,
  ])
})
