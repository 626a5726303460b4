import type { ColumnMetaData, Encoding, PageHeader } from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
import { checkThrift } from './check-thrift.js'
import { decodeRuns } from './decode-runs.js'
import { decompress } from './decompress.js'

/** A page of one column, unpacked: either its dictionary or a run of rows. */
export type Page = DictionaryPage | DataPage

/** The distinct values that the codes of data pages stand for. */
export interface DictionaryPage {
  readonly kind: 'dictionary'
  readonly bytes: Uint8Array
  readonly count: number
}

/** The values of some rows, one after another. */
export interface DataPage {
  readonly kind: 'data'
  readonly rows: number
  /** Row → 1 when it has a value, 0 when it has none; left out when every row has one. */
  readonly present: Int32Array | undefined
  readonly encoding: Encoding
  /** The encoded values of the rows that have one. */
  readonly bytes: Uint8Array
  /** Number of those values. */
  readonly count: number
}

/**
 * The pages of a column chunk, one at a time.
 * @param chunk the chunk's bytes as they are in the file
 * @param rows rows of the row group: no page may claim more than are left
 * @param isOptional whether rows may lack a value
 * @throws Error when a page does not fit in the chunk, or its header is damaged
 */
export function* pagesOf(
  chunk: Uint8Array,
  { codec }: ColumnMetaData,
  rows: number,
  isOptional: boolean,
): Generator<Page, void> {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  let at = 0
  for (let left = rows; left > 0;) {
    const reader = { view, offset: at }
    const contentStart = checkThrift(chunk, at)
    const header = parquetHeader(reader)
    const size = header.compressed_page_size
    if (!(size >= 0 && size <= chunk.length - contentStart)) throw new Error(`page of ${size} bytes beyond its column`)
    at = contentStart + size
    const content = chunk.subarray(contentStart, at)
    if (header.type === 'DICTIONARY_PAGE') {
      const bytes = decompress(content, header.uncompressed_page_size, codec)
      yield { kind: 'dictionary', bytes, count: countOf(header.dictionary_page_header?.num_values, bytes.length * 8) }
    } else if (header.type === 'DATA_PAGE' || header.type === 'DATA_PAGE_V2') {
      const page = (header.type === 'DATA_PAGE' ? dataPage : dataPageV2)(content, header, codec, left, isOptional)
      left -= page.rows
      yield page
    }
  }
}

/** A count that the file claims; at most what there is. */
function countOf(claimed: number | undefined, most: number): number {
  if (!(claimed !== undefined && claimed >= 0 && claimed <= most)) throw new Error(`page of ${claimed} values`)
  return claimed
}

type ReadDataPage = (
  content: Uint8Array,
  header: PageHeader,
  codec: ColumnMetaData['codec'],
  left: number,
  isOptional: boolean,
) => DataPage

/** First version: which rows have a value stands, with its length in front, inside what is packed. */
const dataPage: ReadDataPage = (content, header, codec, left, isOptional) => {
  const { num_values, encoding } = header.data_page_header ?? {}
  const rows = countOf(num_values, left)
  const bytes = decompress(content, header.uncompressed_page_size, codec)
  if (!isOptional) return valuesOf(rows, undefined, encoding, bytes)
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  const end = countOf(size, bytes.length - 4) + 4
  return valuesOf(rows, decodeRuns(bytes, 4, end, 1, rows), encoding, bytes.subarray(end))
}

/** Second version: which rows have a value stands before what is packed, its length in the header. */
const dataPageV2: ReadDataPage = (content, header, codec, left, isOptional) => {
  const page = header.data_page_header_v2
  const rows = countOf(page?.num_values, left)
  const size = countOf(page?.definition_levels_byte_length, content.length)
  if (page?.repetition_levels_byte_length !== 0) throw new Error('repeated values')
  const codecOfValues = page.is_compressed === false ? 'UNCOMPRESSED' : codec
  const bytes = decompress(content.subarray(size), header.uncompressed_page_size - size, codecOfValues)
  const present = isOptional ? decodeRuns(content, 0, size, 1, rows) : undefined
  return valuesOf(rows, present, page.encoding, bytes)
}

function valuesOf(
  rows: number,
  present: Int32Array | undefined,
  encoding: Encoding | undefined,
  bytes: Uint8Array,
): DataPage {
  if (encoding === undefined) throw new Error('page of an unknown encoding')
  let count = rows
  if (present !== undefined) {
    count = 0
    for (let row = 0; row < rows; row++) count += present[row]!
  }
  return { kind: 'data', rows, present: count === rows ? undefined : present, encoding, bytes, count }
}
