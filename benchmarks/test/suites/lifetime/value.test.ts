import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { simulatedHistories } from '../../../src/data/simulated-histories.js'
import { value } from '../../../src/suites/lifetime/value.js'

const cache = mkdtempSync(join(tmpdir(), 'lifetime-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

test('values every customer and says what memory that took', async () => {
  const data = simulatedHistories(3000)
  const prepared = await value(data.name)({ [data.name]: dataFolder(cache, data) })
  const { numbers, note } = await prepared.answer(await prepared.run())
  expect(numbers).toEqual([])
  expect(note).toMatch(/^at most -?\d+ MB beyond the input$/)
})
