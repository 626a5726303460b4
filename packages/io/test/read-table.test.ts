import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { DataError, columnNames, readCsvText, readTable, tableRow } from '../src/index.js'
import { parquetFile } from './parquet/write-parquet.js'
import { temporaryFolder } from './temporary-folder.js'

const folder = temporaryFolder()
const shop = fileURLToPath(new URL('fixtures/shop.csv', import.meta.url))

test('a CSV file is read as its text is', async () => {
  const path = folder.write('a.csv', 'a;b\n1;"x;y"\n')
  const table = await readTable(path)
  expect(table).toEqual({ ...readCsvText('a;b\n1;"x;y"\n'), name: 'a.csv' })
  expect(tableRow(table, 0)).toEqual({ a: '1', b: 'x;y' })
})

test('a Parquet file is known by its content', async () => {
  const path = folder.write('b.csv', parquetFile([{ name: 'n', data: [1, 2], type: 'INT32' }]))
  expect(tableRow(await readTable(path), 1)).toEqual({ n: 2 })
  expect(await columnNames(path)).toEqual(['n'])
})

test('names come without the rows, also where those are broken', async () => {
  expect(await columnNames(shop)).toHaveLength(8)
  expect(await columnNames(folder.write('c.csv', '__proto__,b\n1\n"'))).toEqual(['__proto__', 'b'])
  expect(await columnNames(folder.write('d.csv', 'a|b'), { delimiter: '|' })).toEqual(['a|b'.split('|')[0], 'b'])
})

test('only the columns asked for are read; one that is not there is a wrong argument', async () => {
  expect((await readTable(shop, { columns: ['qty'] })).columns).toHaveLength(1)
  const error = await readTable(shop, { columns: ['Qty'] }).catch((reason: unknown) => reason as Error)
  expect(error).not.toBeInstanceOf(DataError)
  expect(error).toMatchObject({
    message: expect.stringContaining('must be columns of the file ("order_id", ') as string,
  })
})

test('a delimiter can be given', () => {
  expect(tableRow(readCsvText('a,b;c,d\n1,2;3,4\n', { delimiter: ';' }), 0)).toEqual({ 'a,b': '1,2', 'c,d': '3,4' })
  for (const delimiter of ['', '"', '\n', ',,', 'ä', 5]) {
    expect(() => readCsvText('a\n', { delimiter: delimiter as string })).toThrow(
      'readCsvText: delimiter must be one ASCII character other than a quote or a line end',
    )
  }
})

test('an error is one rejection with the reason, and wrong types are told', async () => {
  await expect(readTable(folder.write('e.csv', ''))).rejects.toThrow(DataError)
  await expect(columnNames(folder.write('f.csv', '\n'))).rejects.toThrow('must begin with a line of column names')
  expect(() => readCsvText(5 as never)).toThrow(TypeError)
})

test('reading can be aborted on the way', async () => {
  const path = folder.write('g.csv', `a,b\n${'1,2\n'.repeat(1_000_000)}`)
  const abort = new AbortController()
  const reason = new Error('enough')
  const onProgress = () => abort.abort(reason)
  await expect(readTable(path, { signal: abort.signal, onProgress })).rejects.toBe(reason)
})
