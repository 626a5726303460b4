import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DataError } from '../src/index.js'
import { withFile, type OpenFile } from '../src/open-file.js'
import { temporaryFolder } from './temporary-folder.js'

const folder = temporaryFolder()

/** What `withFile` hands over, or the error it throws. */
async function open(name: string, contents?: string | Uint8Array): Promise<OpenFile | Error> {
  const path = contents === undefined ? join(folder.path, name) : folder.write(name, contents)
  return withFile(path, (file) => Promise.resolve(file)).catch((error: unknown) => error as Error)
}

test('a file that begins with PAR1 is Parquet, whatever its name', async () => {
  expect(await open('orders.csv', 'PAR1…')).toMatchObject({ kind: 'parquet', name: 'orders.csv', size: 7 })
  expect(await open('orders.txt', 'a,b')).toMatchObject({ kind: 'csv', size: 3 })
})

test.each<[string, string | Uint8Array, string]>([
  ['empty.csv', '', 'readTable: file "empty.csv" must hold at least one byte, got 0'],
  ['text.parquet', 'a,b', 'readTable: file "text.parquet" must begin with PAR1 as Parquet files do, got "a,b"'],
  ['secret.parquet', 'PARE…', 'readTable: file "secret.parquet" must be Parquet without encryption, got "PARE"'],
  [
    'book.xlsx',
    'PK\x03\x04…',
    'readTable: file "book.xlsx" must be CSV or Parquet (save a workbook as CSV, unpack an archive), got "PK\\u0003\\u0004"',
  ],
  [
    'orders.csv.gz',
    Uint8Array.of(0x1f, 0x8b, 8, 0),
    'readTable: file "orders.csv.gz" must be CSV or Parquet (unpack it first), got "\\u001f\\u008b\\b\\u0000"',
  ],
])('%s is refused as data', async (name, contents, message) => {
  const error = await open(name, contents)
  expect(error).toBeInstanceOf(DataError)
  expect((error as Error).message).toBe(message)
})

test('a path that is no readable file is a wrong argument', async () => {
  const missing = await open('none.csv')
  expect(missing).toBeInstanceOf(RangeError)
  expect(missing).not.toBeInstanceOf(DataError)
  expect((missing as Error).message).toMatch(
    /^readTable: path must be the path of an existing file, got ".*none\.csv"$/,
  )
  mkdirSync(join(folder.path, 'folder'))
  expect(await open('folder')).toMatchObject({
    message: expect.stringContaining('must be a file, not a folder') as string,
  })
  await expect(withFile('/dev/null', () => Promise.resolve())).rejects.toThrow(
    'must be a regular file, no pipe or device',
  )
  await expect(withFile(3 as never, () => Promise.resolve())).rejects.toThrow(TypeError)
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is a wrong argument', async () => {
  chmodSync(folder.write('locked.csv', 'a'), 0)
  expect(await open('locked.csv')).toMatchObject({
    message: expect.stringContaining('be a file that may be read') as string,
  })
})

test('a long path is shown with its end', async () => {
  const name = `${'x'.repeat(100)}.csv`
  expect(await open(name)).toMatchObject({ message: expect.stringMatching(/got "…x+\.csv"$/) as string })
})

test('the file is closed, also when its use fails', async () => {
  let used: OpenFile | undefined
  const failing = withFile(folder.write('a.csv', 'a'), (file) => {
    used = file
    return Promise.reject(new Error('no'))
  })
  await expect(failing).rejects.toThrow('no')
  await expect(used!.handle.read()).rejects.toThrow()
})
