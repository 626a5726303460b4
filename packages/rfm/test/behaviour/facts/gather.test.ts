import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { roomsFor, type Fact } from '../../../src/behaviour/facts/fact.js'
import { gather, type RunMarks } from '../../../src/behaviour/facts/gather.js'
import { BLOCK_LINES } from '../../../src/behaviour/facts/line-block.js'
import { lineFilter } from '../../../src/measure/line-filter.js'

/** Remembers the lines that pass, with the day of their run and whether they begin it. */
function memory() {
  const passed: { line: number; who: number; day: number; begins: boolean }[] = []
  const fact: Fact<void> = {
    width: 0,
    add({ start, size, who, runs, first, day }) {
      const places = [...first.subarray(0, runs)]
      for (let i = 0, run = -1; i < size; i++) {
        if (places[run + 1] === i) run++
        passed.push({ line: start + i, who: who[i]!, day: day[run]!, begins: places[run] === i })
      }
    },
    result: () => undefined,
  }
  return { passed, fact }
}

const pass = (log: ReturnType<typeof transactionsFromColumns>, options: object, marks: RunMarks, fact: Fact<void>) =>
  gather('fn', log, lineFilter('fn', { asOf: log.size, ...options }), marks, [fact], roomsFor([fact], 3))

test('every line passes once, in blocks, and lines that do not count belong to nobody', () => {
  const size = BLOCK_LINES + 10
  const log = transactionsFromColumns({
    customer: Array.from({ length: size }, (_, line) => line % 3),
    time: Array.from({ length: size }, (_, line) => line),
    amount: new Array<number>(size).fill(1),
  })
  const { passed, fact } = memory()
  const options = { asOf: size - 3, from: 5, afterAsOf: 'ignore' }
  const marks = { openings: undefined, dayOf: (time: number) => 2 * time }
  expect(pass(log, options, marks, fact)).toEqual({ afterAsOf: 2, beforeFrom: 5, refunds: 0 })
  expect(passed.map(({ line }) => line)).toEqual(Array.from({ length: size }, (_, line) => line))
  expect(passed.every(({ line, day }) => day === 2 * line)).toBe(true)
  for (const { line, who } of passed) expect(who).toBe(line < 5 || line > size - 3 ? 3 : line % 3)
})

test('a run ends where the customer, the moment or the order changes, where a line does not count, and with the block', () => {
  const columns = { customer: [1, 1, 2, 2, 2, 2, 2], time: [0, 0, 0, 1, 1, 1, 1], amount: [1, 1, 1, 1, 1, -1, 1] }
  const begins = (log: ReturnType<typeof transactionsFromColumns>) => {
    const { passed, fact } = memory()
    pass(log, { refunds: 'ignore' }, { openings: undefined, dayOf: undefined }, fact)
    return passed.flatMap(({ line, begins }) => (begins ? line : []))
  }
  expect(begins(transactionsFromColumns(columns))).toEqual([0, 2, 3, 5, 6])
  expect(begins(transactionsFromColumns({ ...columns, order: [1, 1, 2, 2, 3, 3, 3] }))).toEqual([0, 2, 3, 4, 5, 6])
  const long = new Array<number>(BLOCK_LINES + 1).fill(1)
  expect(begins(transactionsFromColumns({ customer: long, time: long, amount: long }))).toEqual([0, BLOCK_LINES])
})

test('stops where the openings of orders cannot be told', () => {
  const log = transactionsFromColumns({ customer: [1], time: [0], amount: [1] })
  const { passed, fact } = memory()
  expect(pass(log, {}, { openings: () => false, dayOf: undefined }, fact)).toBeUndefined()
  expect(passed).toEqual([])
})
