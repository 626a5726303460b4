import { gzipSync } from 'node:zlib'
import { hasShared, sharedFile } from '@clientele/testing'
import fc from 'fast-check'
import { asyncBufferFromFile, parquetReadObjects, type Encoding } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { describe, expect, test } from 'vitest'
import { DataError, readTable, tableColumn, tableRow } from '../../src/index.js'
import { temporaryFolder } from '../temporary-folder.js'
import { parquetFile } from './write-parquet.js'

const folder = temporaryFolder()
const readBytes = (bytes: Uint8Array) => readTable(folder.write('orders.parquet', bytes))

test('all kinds of columns are read', async () => {
  const uuid = '00112233-4455-6677-8899-aabbccddeeff'
  const table = await readBytes(
    parquetFile(
      [
        { name: 'text', data: ['ä', '', null] },
        { name: 'int', data: [1, null, -3], type: 'INT32' },
        { name: 'long', data: [2n ** 40n, null, -1n], type: 'INT64' },
        { name: 'float', data: [0.5, null, 2], type: 'FLOAT' },
        { name: 'double', data: [2.55, null, NaN], type: 'DOUBLE' },
        { name: 'flag', data: [true, null, false], type: 'BOOLEAN' },
        { name: 'at', data: [new Date('2024-01-05T10:00:00Z'), null, new Date(0)], type: 'TIMESTAMP' },
        { name: 'id', data: [uuid, null, uuid], type: 'UUID' },
      ],
      { rowGroupSize: 2 },
    ),
  )
  const rows = [0, 1, 2].map((row) => Object.values(tableRow(table, row)))
  expect(rows).toEqual([
    ['ä', 1, 2 ** 40, 0.5, 2.55, 'true', '2024-01-05T10:00:00.000Z', uuid],
    [null, null, null, null, null, null, null, null],
    [null, -3, -1, 2, null, 'false', '1970-01-01T00:00:00.000Z', uuid],
  ])
})

test('columns are read in the order asked for, and progress counts their cells', async () => {
  const path = folder.write(
    'c.parquet',
    parquetFile([
      { name: 'a', data: [1, 2] },
      { name: 'b', data: ['x', 'y'] },
    ]),
  )
  const seen: number[][] = []
  const table = await readTable(path, {
    columns: ['b', 'a'],
    onProgress: ({ done, total }) => seen.push([done, total]),
  })
  expect(table.columns.map(({ name }) => name)).toEqual(['b', 'a'])
  expect(seen).toEqual([
    [2, 4],
    [4, 4],
  ])
})

const encodings: Encoding[] = ['PLAIN', 'RLE_DICTIONARY', 'DELTA_BYTE_ARRAY', 'DELTA_LENGTH_BYTE_ARRAY']
const numberEncodings: Encoding[] = ['PLAIN', 'RLE_DICTIONARY', 'DELTA_BINARY_PACKED', 'BYTE_STREAM_SPLIT']

test('any columns are read back, in every encoding', async () => {
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 })
  const row = fc.record({ text: optional(fc.string({ minLength: 1, maxLength: 5 })), n: optional(fc.integer()) })
  const shape = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 60 }),
    textEncoding: fc.constantFrom(...encodings),
    numberEncoding: fc.constantFrom(...numberEncodings),
    rowGroupSize: fc.integer({ min: 1, max: 60 }),
    codec: fc.constantFrom('SNAPPY' as const, 'UNCOMPRESSED' as const, 'GZIP' as const),
  })
  await fc.assert(
    fc.asyncProperty(shape, async ({ rows, textEncoding, numberEncoding, rowGroupSize, codec }) => {
      const columns = [
        { name: 'text', data: rows.map(({ text }) => text), type: 'STRING' as const, encoding: textEncoding },
        { name: 'n', data: rows.map(({ n }) => n), type: 'INT32' as const, encoding: numberEncoding },
      ]
      const table = await readBytes(
        parquetFile(columns, { rowGroupSize, codec, compressors: { GZIP: (page) => gzipSync(page) } }),
      )
      expect(rows.map((_, i) => tableRow(table, i))).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

const numbered = <T>(value: (i: number) => T) => Array.from({ length: 200 }, (_, i) => value(i))
const whole = parquetFile(
  [
    { name: 'customer', data: numbered((i) => (i % 9 === 0 ? null : `customer ${i % 23}`)) },
    { name: 'n', data: numbered(BigInt), type: 'INT64', encoding: 'DELTA_BINARY_PACKED' },
    { name: 'sku', data: numbered((i) => `sku ${i}`), type: 'STRING', encoding: 'DELTA_BYTE_ARRAY' },
    { name: 'price', data: numbered((i) => i / 7), type: 'DOUBLE' },
  ],
  { rowGroupSize: 90, codec: 'UNCOMPRESSED' },
)

test('a file cut off anywhere is refused as data', async () => {
  for (let end = 1; end < whole.length; end += 37) {
    const error = await readBytes(whole.subarray(0, end)).catch((reason: unknown) => reason)
    expect(error, `cut at ${end}`).toBeInstanceOf(DataError)
  }
})

test('bytes changed or lost anywhere give other values or are refused as data, and never anything else', async () => {
  const damage = fc.record({ at: fc.nat(whole.length - 1), lost: fc.constantFrom(0, 0, 0, 1, 50), byte: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
      let bytes = whole.slice()
      for (const { at, lost, byte } of damages) {
        if (lost === 0) bytes[at] = byte
        else bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + lost)])
      }
      const result = await readBytes(bytes).catch((reason: unknown) => reason)
      if (result instanceof Error) expect(result).toBeInstanceOf(DataError)
      else expect(result).toHaveProperty('rowCount')
    }),
    { numRuns: 400 },
  )
})

describe.skipIf(!hasShared)('on Online Retail II', () => {
  test('every tenth of a thousand rows is what hyparquet reads', async () => {
    const path = sharedFile('data/online-retail-ii/online_retail_II.parquet')
    const file = await asyncBufferFromFile(path)
    const [start, rows] = [524_000, 1000]
    const expected = await parquetReadObjects({ file, compressors, rowStart: start, rowEnd: start + rows })
    const table = await readTable(path)
    expect(table.rowCount).toBe(1_067_371)
    for (let i = 0; i < rows; i += 10) {
      const row = expected[i]!
      expect(tableRow(table, start + i)).toEqual({
        ...row,
        InvoiceDate: (row.InvoiceDate as Date).toISOString(),
        'Customer ID': (row['Customer ID'] as number | null) ?? null,
      })
    }
    expect(tableColumn(table, 'InvoiceDate')).toMatchObject({ kind: 'time', local: true })
  })
})
