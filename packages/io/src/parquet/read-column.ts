import type { FileHandle } from 'node:fs/promises'
import { describeValue } from '@clientele/core'
import type { ColumnMetaData, RowGroup } from 'hyparquet'
import { DataError } from '../data-error.js'
import type { TableColumn } from '../table.js'
import { decodeRuns } from './decode-runs.js'
import { loadCodec } from './decompress.js'
import { rowsOf, type ParquetColumn, type ParquetLayout } from './footer.js'
import { pagesOf, type DataPage } from './pages.js'
import { readBytes } from './read-bytes.js'
import { valueDecoder, type ValueDecoder } from './value-decoder.js'

type Values = Float64Array | Int32Array

/** A Parquet file that is open, and what its footer says. */
export interface OpenParquet {
  readonly handle: FileHandle
  readonly size: number
  readonly layout: ParquetLayout
}

/**
 * Reads one column of a Parquet file, row group by row group.
 *
 * Text does not become a string for each row: a dictionary's entries are translated once to codes that hold for the whole
 * file, and rows then copy codes.
 * @param afterPage called after each page with the rows of the column read so far
 * @throws DataError when the column is nested, of a type that no table has, or damaged
 */
export async function readColumn(
  { handle, size, layout }: OpenParquet,
  column: ParquetColumn,
  afterPage: (rows: number) => Promise<void>,
): Promise<TableColumn> {
  const decoder = decoderOf(column)
  const chunks = layout.groups.map((group, position) => inGroup(column, position, () => chunkOf(group, column)))
  const into = allocate(decoder, layout.rowCount)
  let start = 0
  for (const [position, { rows, metadata }] of chunks.entries()) {
    const bytes = await inGroup(column, position, () => readChunk(handle, size, metadata))
    const isOptional = column.element.repetition_type === 'OPTIONAL'
    const fill = filler(pagesOf(bytes, metadata, rows, isOptional), decoder, into.subarray(start, start + rows))
    for (let filled = 0; filled < rows;) {
      filled = inGroup(column, position, fill)
      await afterPage(start + filled)
    }
    start += rows
  }
  return decoder.finish(column.name, into)
}

/** What `read` returns; what it throws, now or later, becomes the error for a damaged row group. */
function inGroup<T>(column: ParquetColumn, position: number, read: () => T): T {
  const damaged = (error: unknown) => {
    const subject = `column ${describeValue(column.name)} in row group ${position + 1}`
    throw new DataError('readTable', subject, 'be undamaged Parquet', (error as Error).message)
  }
  try {
    const result = read()
    return result instanceof Promise ? (result.catch(damaged) as T) : result
  } catch (error) {
    return damaged(error)
  }
}

/** A column's place in one row group, as the footer has it. */
function chunkOf(group: RowGroup, column: ParquetColumn): { rows: number; metadata: ColumnMetaData } {
  const rows = rowsOf(group)
  const chunk = group.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === column.name)
  const metadata = chunk?.meta_data
  if (metadata === undefined || chunk?.file_path !== undefined) throw new Error('the column is not in the file')
  if (metadata.type !== column.element.type) throw new Error(`type ${metadata.type} instead of ${column.element.type}`)
  if (Number(metadata.num_values) !== rows) throw new Error(`${metadata.num_values} values for ${rows} rows`)
  return { rows, metadata }
}

async function readChunk(handle: FileHandle, size: number, metadata: ColumnMetaData): Promise<Uint8Array> {
  // Some writers give 0 for a dictionary that is not there.
  const start = Number(metadata.dictionary_page_offset || metadata.data_page_offset)
  const end = start + Number(metadata.total_compressed_size)
  if (!(start >= 0 && start <= end && end <= size)) throw new Error(`bytes ${start} to ${end} of ${size}`)
  await loadCodec(metadata.codec)
  return readBytes(handle, start, end)
}

function allocate(decoder: ValueDecoder, rows: number): Values {
  try {
    return decoder.allocate(rows)
  } catch {
    throw new DataError('readTable', 'file', 'have as many rows as fit into memory', rows)
  }
}

function decoderOf(column: ParquetColumn): ValueDecoder {
  const subject = `column ${describeValue(column.name)}`
  if (!column.isFlat)
    throw new DataError('readTable', subject, 'hold one value a row, no list or struct', 'nested values')
  try {
    return valueDecoder(column.element)
  } catch (error) {
    throw new DataError('readTable', subject, 'hold text, numbers or times', (error as Error).message)
  }
}

/** Fills an array from pages: each call decodes until the next data page is done and returns the rows filled so far. */
function filler(pages: ReturnType<typeof pagesOf>, decoder: ValueDecoder, into: Values): () => number {
  let dictionary: Values | undefined
  let filled = 0
  return () => {
    for (;;) {
      const { done, value: page } = pages.next()
      if (done === true) throw new Error(`${filled} rows instead of ${into.length}`)
      if (page.kind === 'dictionary') {
        dictionary = decoder.decode('PLAIN', page.bytes, page.count)
      } else {
        place(
          valuesOf(page, dictionary, decoder),
          page.present,
          decoder.missing,
          into.subarray(filled, filled + page.rows),
        )
        filled += page.rows
        return filled
      }
    }
  }
}

function valuesOf(page: DataPage, dictionary: Values | undefined, decoder: ValueDecoder): Values {
  const { encoding, bytes, count } = page
  if (encoding !== 'RLE_DICTIONARY' && encoding !== 'PLAIN_DICTIONARY') return decoder.decode(encoding, bytes, count)
  if (dictionary === undefined) throw new Error('codes without a dictionary')
  const codes = count === 0 ? new Int32Array(0) : decodeRuns(bytes, 1, bytes.length, bytes[0]!, count)
  const values = decoder.allocate(count)
  for (let i = 0; i < count; i++) {
    const code = codes[i]!
    if (!(code >= 0 && code < dictionary.length)) throw new Error(`code ${code} of ${dictionary.length}`)
    values[i] = dictionary[code]!
  }
  return values
}

/** Puts values where rows have one and the missing value where they have none. */
function place(values: Values, present: Int32Array | undefined, missing: number, into: Values): void {
  if (present === undefined) return into.set(values)
  for (let row = 0, next = 0; row < into.length; row++) into[row] = present[row] === 1 ? values[next++]! : missing
}
