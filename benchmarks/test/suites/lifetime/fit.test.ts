import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { simulatedHistories } from '../../../src/data/simulated-histories.js'
import { fit } from '../../../src/suites/lifetime/fit.js'

const cache = mkdtempSync(join(tmpdir(), 'lifetime-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

test('answers with the four parameters', async () => {
  const folder = dataFolder(cache, simulatedHistories(3000))
  const prepared = await fit({ 'cdnow-histories': folder })
  const { numbers, note } = await prepared.answer(await prepared.run())
  expect(numbers).toHaveLength(4)
  expect(numbers.every((each) => each > 0)).toBe(true)
  expect(note).toMatch(/^log-likelihood -\d/)
})
