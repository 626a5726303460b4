import { parquetMetadata, parquetSchema, type FileMetaData, type RowGroup, type SchemaElement } from 'hyparquet'
import { DataError } from '../data-error.js'
import type { OpenFile } from '../open-file.js'
import { checkThrift } from './check-thrift.js'
import { readBytes } from './read-bytes.js'

/** What a Parquet file says of itself. */
export interface ParquetLayout {
  readonly rowCount: number
  /** Columns of the top level, nested ones included. */
  readonly columns: readonly ParquetColumn[]
  readonly groups: readonly RowGroup[]
}

/** A column of the top level. */
export interface ParquetColumn {
  readonly name: string
  readonly element: SchemaElement
  /** Whether it holds one value a row: no list, map or struct. */
  readonly isFlat: boolean
}

/** Enough for millions of column chunks. */
const LARGEST_FOOTER = 1 << 26

/** A table has 8 bytes a row and column: more rows than this do not fit in memory anyhow. */
const MOST_ROWS = 1 << 28

/** Bytes behind the footer: its length and the magic "PAR1". */
const TAIL = 8

/**
 * Reads a Parquet file's footer.
 * @throws DataError when the file is cut off or damaged
 */
export async function readLayout(file: OpenFile): Promise<ParquetLayout> {
  const { size, handle } = file
  const tail = await readBytes(handle, Math.max(0, size - TAIL), size)
  const magic = Buffer.from(tail.subarray(-4)).toString('latin1')
  if (size < TAIL + 4 || magic !== 'PAR1') {
    throw new DataError('readTable', 'file', 'end with PAR1 as whole Parquet files do (it is cut off)', magic)
  }
  const length = new DataView(tail.buffer).getUint32(0, true)
  const most = Math.min(size - TAIL - 4, LARGEST_FOOTER)
  if (length > most) throw new DataError('readTable', 'file', `have a footer of at most ${most} bytes`, length)
  const footer = await readBytes(handle, size - TAIL - length, size)
  try {
    checkThrift(footer.subarray(0, length), 0)
    return layoutOf(parquetMetadata(footer, { geoparquet: false }))
  } catch (error) {
    if (error instanceof DataError) throw error
    throw new DataError('readTable', 'file', 'have an undamaged Parquet footer', (error as Error).message)
  }
}

function layoutOf(metadata: FileMetaData): ParquetLayout {
  const groups = metadata.row_groups
  const rowCount = groups.reduce((sum, group) => sum + rowsOf(group), 0)
  if (rowCount > MOST_ROWS) throw new DataError('readTable', 'file', `have at most ${MOST_ROWS} rows`, rowCount)
  const columns = parquetSchema(metadata).children.map(({ element, children }) => ({
    name: element.name,
    element,
    isFlat: children.length === 0 && element.repetition_type !== 'REPEATED',
  }))
  return { rowCount, columns, groups }
}

/** Rows of a row group, a count that the file claims. */
export function rowsOf(group: RowGroup): number {
  const rows = Number(group.num_rows)
  if (!(Number.isSafeInteger(rows) && rows >= 0)) throw new Error(`row group of ${rows} rows`)
  return rows
}
