import type { ColumnMetaData, PageHeader } from 'hyparquet'
import { ByteWriter } from 'hyparquet-writer'
import { writePageHeader } from 'hyparquet-writer/src/datapage.js'
import { expect, test } from 'vitest'
import { pagesOf } from '../../src/parquet/pages.js'

/** A page: its header, then its content, not packed. */
function page(header: Partial<PageHeader>, content: readonly number[], claims: Partial<PageHeader> = {}): Uint8Array {
  const writer = new ByteWriter()
  const size = content.length
  writePageHeader(writer, {
    uncompressed_page_size: size,
    compressed_page_size: size,
    ...header,
    ...claims,
  } as PageHeader)
  writer.appendBytes(Uint8Array.from(content))
  return writer.getBytes()
}

const dictionary = (content: readonly number[], num_values: number) =>
  page({ type: 'DICTIONARY_PAGE', dictionary_page_header: { num_values, encoding: 'PLAIN' } }, content)

const levels = { definition_level_encoding: 'RLE', repetition_level_encoding: 'RLE' } as const

const firstVersion = (content: readonly number[], num_values: number, claims: Partial<PageHeader> = {}) =>
  page({ type: 'DATA_PAGE', data_page_header: { num_values, encoding: 'PLAIN', ...levels } }, content, claims)

const secondVersion = (content: readonly number[], num_values: number, levelBytes: number, repetitionBytes = 0) =>
  page(
    {
      type: 'DATA_PAGE_V2',
      data_page_header_v2: {
        num_values,
        num_nulls: 0,
        num_rows: num_values,
        encoding: 'PLAIN',
        definition_levels_byte_length: levelBytes,
        repetition_levels_byte_length: repetitionBytes,
        is_compressed: true,
      },
    },
    content,
  )

const metadata = { codec: 'UNCOMPRESSED' } as ColumnMetaData

function read(chunk: readonly Uint8Array[], rows: number, isOptional = false) {
  const bytes = Uint8Array.from(chunk.flatMap((each) => [...each]))
  return [...pagesOf(bytes, metadata, rows, isOptional)].map((each) => ({ ...each, bytes: [...each.bytes] }))
}

test('a dictionary and then data pages, until all rows are there', () => {
  expect(
    read([dictionary([1, 2], 2), firstVersion([3], 1), secondVersion([4], 1, 0), firstVersion([9], 1)], 2),
  ).toEqual([
    { kind: 'dictionary', bytes: [1, 2], count: 2 },
    { kind: 'data', rows: 1, present: undefined, encoding: 'PLAIN', bytes: [3], count: 1 },
    { kind: 'data', rows: 1, present: undefined, encoding: 'PLAIN', bytes: [4], count: 1 },
  ])
})

test('rows without a value are marked, in both versions of a page', () => {
  const expected = { rows: 3, present: Int32Array.of(1, 0, 1), bytes: [7, 8], count: 2 }
  expect(read([firstVersion([2, 0, 0, 0, 3, 0b101, 7, 8], 3)], 3, true)).toMatchObject([expected])
  expect(read([secondVersion([3, 0b101, 7, 8], 3, 2)], 3, true)).toMatchObject([expected])
  expect(read([secondVersion([6, 1, 7, 8, 9], 3, 2)], 3, true)).toMatchObject([{ present: undefined, count: 3 }])
})

test('pages of other kinds are passed over', () => {
  expect(read([page({ type: 'INDEX_PAGE' }, [1, 2, 3]), firstVersion([3], 1)], 1)).toHaveLength(1)
})

test.each([
  ['more rows than are left', [firstVersion([3], 1_000_000_000)], 'page of 1000000000 values'],
  ['fewer rows than there are', [firstVersion([3], 1)], 'cut off'],
  [
    'a size beyond the column',
    [firstVersion([3], 2, { compressed_page_size: 99 })],
    'page of 99 bytes beyond its column',
  ],
  ['a negative size', [firstVersion([3], 2, { compressed_page_size: -5 })], 'page of -5 bytes beyond its column'],
  ['another size when unpacked', [firstVersion([3], 2, { uncompressed_page_size: 7 })], 'page of 1 bytes instead of 7'],
  ['a dictionary larger than its page', [dictionary([1], 1000)], 'page of 1000 values'],
  ['repeated values', [secondVersion([3], 2, 0, 1)], 'repeated values'],
  ['marks longer than the page', [secondVersion([3], 2, 50)], 'page of 50 values'],
  ['no header of its kind', [page({ type: 'DATA_PAGE' }, [3])], 'page of undefined values'],
])('a chunk that claims %s is refused', (_, chunk, message) => {
  expect(() => read(chunk, 2)).toThrow(message)
})

test('marks of the first version that are longer than the page are refused', () => {
  expect(() => read([firstVersion([200, 0, 0, 0, 3], 2)], 2, true)).toThrow('page of 200 values')
})
