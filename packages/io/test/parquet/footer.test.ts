import { open } from 'node:fs/promises'
import { parquetMetadata } from 'hyparquet'
import { ByteWriter } from 'hyparquet-writer'
import { writeMetadata } from 'hyparquet-writer/src/metadata.js'
import { expect, test } from 'vitest'
import { DataError } from '../../src/index.js'
import { readLayout, rowsOf } from '../../src/parquet/footer.js'
import { temporaryFolder } from '../temporary-folder.js'
import { listOfText, parquetFile } from './write-parquet.js'

const folder = temporaryFolder()

async function layoutOf(bytes: Uint8Array) {
  const handle = await open(folder.write('orders.parquet', bytes))
  return readLayout({ handle, name: 'orders.parquet', size: bytes.length, kind: 'parquet' })
    .catch((error: unknown) => error as Error)
    .finally(() => handle.close())
}

const whole = parquetFile(
  [
    { name: 'id', data: ['a', 'b', 'c'] },
    { name: '__proto__', data: [1, 2, 3] },
    { name: 'tags', data: [['x'], ['y'], []] },
  ],
  { rowGroupSize: 2 },
  [
    { name: 'id', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: '__proto__', type: 'INT32', repetition_type: 'REQUIRED' },
    ...listOfText('tags'),
  ],
)

test('the footer tells rows, row groups and columns of the top level', async () => {
  const layout = await layoutOf(whole)
  expect(layout).toMatchObject({
    rowCount: 3,
    columns: [
      { name: 'id', isFlat: true },
      { name: '__proto__', isFlat: true },
      { name: 'tags', isFlat: false },
    ],
  })
  expect(layout instanceof Error || layout.groups.map(rowsOf)).toEqual([2, 1])
})

test.each<[string, Uint8Array, string]>([
  [
    'without its end',
    whole.subarray(0, -1),
    'readTable: file must end with PAR1 as whole Parquet files do (it is cut off)',
  ],
  ['of the magic alone', whole.subarray(0, 4), 'must end with PAR1'],
  ['of both magics alone', Uint8Array.from([...whole.subarray(0, 4), ...whole.subarray(-4)]), 'must end with PAR1'],
  [
    'whose footer is longer than itself',
    Uint8Array.from([...whole.subarray(0, 100), ...whole.subarray(-8)]),
    'readTable: file must have a footer of at most 96 bytes, got',
  ],
  [
    'whose footer lost its beginning',
    Uint8Array.from([...whole.subarray(0, 200), ...whole.subarray(-200)]),
    'readTable: file must have',
  ],
])('a file %s is refused', async (_, bytes, message) => {
  const error = await layoutOf(bytes)
  expect(error).toBeInstanceOf(DataError)
  expect((error as Error).message).toContain(message)
})

/** The file with another number of rows in its first row group. */
function claiming(rows: bigint): Uint8Array {
  const metadata = parquetMetadata(whole)
  metadata.row_groups[0]!.num_rows = rows
  const writer = new ByteWriter()
  writer.appendBytes(whole.subarray(0, whole.length - 8 - metadata.metadata_length))
  writeMetadata(writer, metadata)
  writer.appendUint32(0x31524150)
  return writer.getBytes()
}

test('rows that no memory holds, and fewer than none, are refused', async () => {
  expect(await layoutOf(claiming(10n ** 12n))).toMatchObject({
    message: 'readTable: file must have at most 268435456 rows, got 1000000000001',
  })
  expect(await layoutOf(claiming(-1n))).toMatchObject({
    message: 'readTable: file must have an undamaged Parquet footer, got "row group of -1 rows"',
  })
})
