import { open } from 'node:fs/promises'
import { parquetMetadata } from 'hyparquet'
import { ByteWriter } from 'hyparquet-writer'
import { writeMetadata } from 'hyparquet-writer/src/metadata.js'
import { expect, test } from 'vitest'
import { readLayout } from '../../src/parquet/footer.js'
import { readColumn } from '../../src/parquet/read-column.js'
import { temporaryFolder } from '../temporary-folder.js'
import { listOfText, parquetFile } from './write-parquet.js'

const folder = temporaryFolder()

/** A column by name, and how many rows were read after each page. */
async function read(bytes: Uint8Array, name: string) {
  const handle = await open(folder.write('orders.parquet', bytes))
  try {
    const layout = await readLayout({ handle, name: 'x', size: bytes.length, kind: 'parquet' })
    const pages: number[] = []
    const column = layout.columns.find((each) => each.name === name)!
    const afterPage = (rows: number) => Promise.resolve(void pages.push(rows))
    return { column: await readColumn({ handle, size: bytes.length, layout }, column, afterPage), pages }
  } finally {
    await handle.close()
  }
}

test('row groups with dictionaries of their own make one column', async () => {
  const data = ['b', 'a', null, 'a', 'c', 'b', 'b']
  const { column, pages } = await read(
    parquetFile([{ name: 'sku', data, encoding: 'RLE_DICTIONARY' }], { rowGroupSize: 3 }),
    'sku',
  )
  expect(column).toEqual({
    name: 'sku',
    kind: 'text',
    codes: Int32Array.of(0, 1, -1, 1, 2, 0, 0),
    labels: ['b', 'a', 'c'],
  })
  expect(pages).toEqual([3, 6, 7])
})

test('a page at a time is decoded', async () => {
  const data = Array.from({ length: 5000 }, (_, i) => `text ${i}`)
  const { column, pages } = await read(
    parquetFile([{ name: 'text', data, encoding: 'PLAIN' }], { pageSize: 10_000 }),
    'text',
  )
  expect(pages.length).toBeGreaterThan(4)
  expect(pages.at(-1)).toBe(5000)
  expect(column).toMatchObject({ labels: data })
})

test('numbers keep gaps as NaN', async () => {
  const { column } = await read(parquetFile([{ name: 'n', data: [1.5, null, 3, null], type: 'DOUBLE' }]), 'n')
  expect(column).toEqual({ name: 'n', kind: 'number', values: Float64Array.of(1.5, NaN, 3, NaN) })
})

test('nested columns and types that no table has are named', async () => {
  await expect(
    read(parquetFile([{ name: 'tags', data: [['x'], ['y']] }], {}, listOfText('tags')), 'tags'),
  ).rejects.toThrow('readTable: column "tags" must hold one value a row, no list or struct, got "nested values"')
  const interval = { name: 'x', type: 'FIXED_LEN_BYTE_ARRAY', type_length: 12, repetition_type: 'REQUIRED' } as const
  const file = parquetFile([{ name: 'x', data: [new Uint8Array(12)] }], {}, [interval])
  await expect(read(file, 'x')).rejects.toThrow(
    'readTable: column "x" must hold text, numbers or times, got "type FIXED_LEN_BYTE_ARRAY "',
  )
})

test('a code beyond the dictionary is damage', async () => {
  const data = Array.from({ length: 60 }, (_, i) => ['a', 'b', 'c'][i % 3])
  const file = parquetFile([{ name: 'sku', data, encoding: 'RLE_DICTIONARY' }], { codec: 'UNCOMPRESSED' })
  const { meta_data } = parquetMetadata(file).row_groups[0]!.columns[0]!
  const end = Number(meta_data!.dictionary_page_offset! + meta_data!.total_compressed_size)
  file.fill(0xff, end - 4, end)
  await expect(read(file, 'sku')).rejects.toThrow('must be undamaged Parquet, got "code 3 of 3"')
})

test('a row group that claims other rows than its columns have is damaged, before memory is taken for them', async () => {
  const file = parquetFile([{ name: 'n', data: [1, 2], type: 'INT32', nullable: false }])
  const metadata = parquetMetadata(file)
  metadata.row_groups[0]!.num_rows = 2n ** 27n
  const writer = new ByteWriter()
  writer.appendBytes(file.subarray(0, file.length - 8 - metadata.metadata_length))
  writeMetadata(writer, metadata)
  writer.appendUint32(0x31524150)
  await expect(read(writer.getBytes(), 'n')).rejects.toThrow('got "2 values for 134217728 rows"')
})

test('damage is located by column and row group', async () => {
  const file = parquetFile([{ name: 'n', data: [1, 2, 3, 4], type: 'INT32' }], {
    rowGroupSize: 2,
    codec: 'UNCOMPRESSED',
  })
  const damaged = file.slice()
  damaged.fill(0xff, 4, 20)
  await expect(read(damaged, 'n')).rejects.toThrow(
    /^readTable: column "n" in row group 1 must be undamaged Parquet, got "/,
  )
})
