import { transactionsFromColumns } from '@clientele/core'
import { expect, test } from 'vitest'
import { gather } from '../../../src/behaviour/facts/gather.js'
import { BLOCK_LINES, type LineBlock } from '../../../src/behaviour/facts/line-block.js'
import { lineFilter } from '../../../src/measure/line-filter.js'

/** Remembers the lines that pass. */
function memory() {
  const passed: { line: number; who: number; day: number }[] = []
  const add = ({ start, size, who, day }: LineBlock) => {
    for (let i = 0; i < size; i++) passed.push({ line: start + i, who: who[i]!, day: day[i]! })
  }
  return { passed, add, result: () => passed }
}

test('every line passes once, in blocks, and lines that do not count belong to nobody', () => {
  const size = BLOCK_LINES + 10
  const log = transactionsFromColumns({
    customer: Array.from({ length: size }, (_, line) => line % 3),
    time: Array.from({ length: size }, (_, line) => line),
    amount: new Array<number>(size).fill(1),
  })
  const fact = memory()
  const filter = lineFilter('fn', { asOf: size - 3, from: 5, afterAsOf: 'ignore' })
  const marks = { openings: undefined, dayOf: (time: number) => 2 * time }
  expect(gather('fn', log, filter, marks, [fact])).toEqual({ afterAsOf: 2, beforeFrom: 5, refunds: 0 })
  expect(fact.passed.map(({ line }) => line)).toEqual(Array.from({ length: size }, (_, line) => line))
  expect(fact.passed.every(({ line, day }) => day === 2 * line)).toBe(true)
  for (const { line, who } of fact.passed) expect(who).toBe(line < 5 || line > size - 3 ? 3 : line % 3)
})

test('stops where the openings of orders cannot be told', () => {
  const log = transactionsFromColumns({ customer: [1], time: [0], amount: [1] })
  const fact = memory()
  const marks = { openings: () => false, dayOf: undefined }
  expect(gather('fn', log, lineFilter('fn', { asOf: 0 }), marks, [fact])).toBeUndefined()
  expect(fact.passed).toEqual([])
})
