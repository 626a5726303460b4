import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { fitLarge } from '../../../src/suites/recommenders/large-fit.js'

const cache = mkdtempSync(join(tmpdir(), 'large-fit-'))
afterAll(() => rmSync(cache, { recursive: true }))

const few = dataFolder(cache, {
  name: 'few',
  version: 1,
  make: () => ({
    offsets: { values: Int32Array.of(0, 2, 3), shape: [3] },
    items: { values: Int32Array.of(0, 1, 1), shape: [3] },
  }),
})

test('the fit says what memory the process has had at most, and fails above four gibibytes', async () => {
  const prepared = await fitLarge('few')({ few })
  const model = (await prepared.run()) as { readonly similarItems: (item: number) => unknown[] }
  expect(model.similarItems(0)).toHaveLength(1)
  expect((await prepared.answer(model)).note).toMatch(/^at most \d+ MiB resident, input and all$/)
  vi.spyOn(process, 'resourceUsage').mockReturnValue({ maxRSS: 2 ** 22 + 1 } as NodeJS.ResourceUsage)
  expect(() => prepared.answer(model)).toThrow('memory must be at most 4294967296 bytes')
})
