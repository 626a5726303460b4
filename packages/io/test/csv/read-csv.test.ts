import { open } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { CsvReader } from '../../src/csv/csv-reader.js'
import { feedFile } from '../../src/csv/read-csv.js'
import type { Progress } from '@clientele/core'
import { temporaryFolder } from '../temporary-folder.js'

const folder = temporaryFolder()

async function feed(contents: string, reader: CsvReader): Promise<Progress[]> {
  const handle = await open(folder.write('orders.csv', contents))
  const seen: Progress[] = []
  const pace = (progress: Progress) => Promise.resolve(void seen.push(progress))
  await feedFile({ handle, name: 'orders.csv', size: contents.length, kind: 'csv' }, reader, pace)
  await handle.close()
  return seen
}

test('a file of several pieces is read as a whole, with progress in bytes', async () => {
  const contents = `n,text\n${Array.from({ length: 200_000 }, (_, i) => `${i},"text, ${i % 7}"`).join('\n')}\n`
  const reader = new CsvReader({ name: 'orders.csv' })
  const progress = await feed(contents, reader)
  const table = reader.table()
  expect(table.rowCount).toBe(200_000)
  expect(table.columns.map((column) => column.kind === 'text' && column.labels.length)).toEqual([200_000, 7])
  expect(progress.length).toBeGreaterThan(3)
  expect(progress.at(-1)).toEqual({ stage: 'reading', done: contents.length, total: contents.length })
})

test('nothing is read behind what is wanted', async () => {
  const progress = await feed(
    `a,b\n${'1,2\n'.repeat(1_000_000)}`,
    new CsvReader({ name: 'x', headerOnly: true, columns: [] }),
  )
  expect(progress).toHaveLength(1)
})
