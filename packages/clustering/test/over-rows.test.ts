import { Engine } from '@clientele/compute'
import { expect, test } from 'vitest'
import { overRows, rowsPerBlock, runsHere } from '../src/over-rows.js'
import { Pace } from '../src/pace.js'

/** The yields of checking so many numbers at so much work each, and the answers of the blocks. */
function checked(rows: number, perRow: number) {
  const engine = new Engine()
  const scope = engine.arena.scope()
  const values = scope.copy(Float64Array.from({ length: rows }, (_, i) => i))
  const into = scope.zeros('i32', Math.ceil(rows / 4))
  const steps = overRows({ engine, pace: new Pace() }, 'withinLimit', [values, 5, into, 4], {
    rows,
    blockRows: 4,
    perRow,
  })
  const tasks = [...steps]
  return { tasks, answers: Array.from(into.view()) }
}

test('little work is done at once, block by block', () => {
  expect(checked(10, 1)).toEqual({ tasks: [], answers: [1, 0, 0] })
})

test('much work is a task for whoever drives the steps', () => {
  const { tasks, answers } = checked(10, 2 ** 20)
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
