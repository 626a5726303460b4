import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/data/data-set.js'
import { CATEGORIES, CHANNELS, orderLog } from '../../../src/data/order-log.js'
import { behaviourOf } from '../../../src/suites/rfm/behaviour-works.js'

const cache = mkdtempSync(join(tmpdir(), 'behaviour-works-'))
afterAll(() => rmSync(cache, { recursive: true }))

test('the total of every feature is compared, by name', async () => {
  const data = orderLog(5000, { details: true })
  const prepared = await behaviourOf(data.name, () => 1_000_000)({ [data.name]: dataFolder(cache, data) })
  const table = await prepared.run()
  const { numbers, note } = await prepared.answer(table)
  expect(numbers).toHaveLength(15 + CHANNELS + CATEGORIES)
  expect(note).toBe('at most 1 MB beyond the log')
  const { amount, order } = data.make()
  const names = table.columns.map(({ name }: { readonly name: string }) => name).sort()
  expect(numbers[names.indexOf('orders')]).toBe(new Set(order!.values).size)
  expect(numbers[names.indexOf('totalSpending')]).toBeCloseTo([...amount!.values].reduce((sum, each) => sum + each))
  const shares = numbers.filter((_, i) => names[i]!.startsWith('channelShares.'))
  expect(shares.reduce((sum, each) => sum + each)).toBeCloseTo(table.index.ids.length)
})
