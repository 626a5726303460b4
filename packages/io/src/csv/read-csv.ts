import type { OpenFile } from '../open-file.js'
import type { Pace } from '../pace.js'
import { LONGEST_ROW, type CsvReader } from './csv-reader.js'

/** Bytes read from a file at a time. */
const CHUNK = 1 << 20

/**
 * Feeds a CSV file to a reader, piece by piece: at most one row and one piece are held as bytes.
 * @throws DataError when the file is not well-formed
 */
export async function feedFile({ handle, size }: OpenFile, reader: CsvReader, pace: Pace): Promise<void> {
  const buffer = new Uint8Array(LONGEST_ROW + CHUNK)
  let held = 0
  let done = 0
  for (let isFinal = false; !isFinal && !reader.isDone();) {
    const { bytesRead } = await handle.read(buffer, held, CHUNK, done)
    isFinal = bytesRead === 0
    done += bytesRead
    const filled = held + bytesRead
    const used = reader.push(buffer.subarray(0, filled), isFinal)
    buffer.copyWithin(0, used, filled)
    held = filled - used
    await pace({ stage: 'reading', done, total: Math.max(size, done) })
  }
}
