import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csvText, writeCsv } from '../src/index.js'
import { temporaryFolder } from './temporary-folder.js'

const folder = temporaryFolder()

test('the file holds the text of the table', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => ({ id: i, note: 'a;b' }))
  await writeCsv(join(folder.path, 'rows.csv'), rows, { delimiter: ';' })
  expect(readFileSync(join(folder.path, 'rows.csv'), 'utf8')).toBe(csvText(rows, { delimiter: ';' }))
})

test('a table that cannot be written leaves nothing behind', async () => {
  const rows = [...Array.from({ length: 5000 }, (_, i) => ({ id: i })), { id: NaN }]
  await expect(writeCsv(join(folder.path, 'bad.csv'), rows)).rejects.toThrow('csvText: "id" of row 5001 must be finite')
  expect(readdirSync(folder.path)).toEqual(['rows.csv'])
})
