import type { SchemaElement } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'

type WriteOptions = Parameters<typeof parquetWriteBuffer>[0]

/** A Parquet file of the given columns; where the writer does not know their types, the elements of the schema say them. */
export function parquetFile(
  columnData: WriteOptions['columnData'],
  options: Omit<WriteOptions, 'columnData' | 'schema'> = {},
  elements?: readonly SchemaElement[],
): Uint8Array {
  const root = { name: 'root', num_children: columnData.length }
  return new Uint8Array(
    parquetWriteBuffer({ columnData, ...options, ...(elements && { schema: [root, ...elements] }) }),
  )
}

/** The elements of a column of lists of text. */
export function listOfText(name: string): SchemaElement[] {
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  ]
}
