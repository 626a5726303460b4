import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { AS_OF, orderLog } from '../../../src/data/order-log.js'
import type { Work } from '../../../src/suite.js'
import { rfmOfColumns, rfmOfTransactions, rfmPerLine } from '../../../src/suites/rfm/rfm-works.js'

const cache = mkdtempSync(join(tmpdir(), 'rfm-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

const data = orderLog(5000)

async function answerOf(work: Work) {
  const prepared = await work({ [data.name]: dataFolder(cache, data) })
  return { ...(await prepared.answer(await prepared.run())), units: prepared.units }
}

test('totals of the metrics and the number of customers in each cell of scores are compared', async () => {
  const { customer, order, time, amount } = data.make()
  const last = new Map([...customer!.values].map((who, line) => [who, time!.values[line]!]))
  const days = [...last.values()].map((at) => AS_OF / 86_400_000 - Math.floor(at / 86_400_000))
  const { numbers } = await answerOf(rfmOfTransactions(data.name))
  const [recency, frequency, monetary, ...cells] = numbers
  expect(recency).toBe(days.reduce((sum, each) => sum + each))
  expect(frequency).toBe(new Set(order!.values).size)
  expect(monetary).toBeCloseTo([...amount!.values].reduce((sum, each) => sum + each))
  expect(cells).toHaveLength(125)
  expect(cells.reduce((sum, each) => sum + each)).toBe(last.size)
})

test('plain columns give the same answer', async () => {
  expect(await answerOf(rfmOfColumns(data.name))).toEqual(await answerOf(rfmOfTransactions(data.name)))
})

test('time is counted by line, and the note gives the memory', async () => {
  const { units, note } = await answerOf(rfmPerLine(data.name, 5000, () => 12_300_000))
  expect([units, note]).toEqual([5000, '0.005 million lines: at most 13 MB beyond the log'])
  await expect(answerOf(rfmPerLine(data.name, 5000, () => 90_000_000))).rejects.toThrow('at most 40 MB, got 90 MB')
})
