import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { describeValue, rangeError, typeError } from '@clientele/core'
import { DataError } from './data-error.js'

/** A file of rows that is open for reading. */
export interface OpenFile {
  readonly handle: FileHandle
  /** The path without its folder. */
  readonly name: string
  readonly size: number
  readonly kind: 'csv' | 'parquet'
}

/**
 * Opens a file, finds out what it is, hands it to `use` and closes it, however that ends.
 * @throws RangeError when the path is no readable file; DataError when the file is empty or of another kind
 */
export async function withFile<T>(path: string, use: (file: OpenFile) => Promise<T>): Promise<T> {
  if (typeof path !== 'string') throw typeError('readTable', 'path', 'be the path of a file', path)
  const { size, handle } = await openFile(path).catch((error: unknown) => {
    throw pathError(error, path)
  })
  try {
    const name = basename(path)
    if (size === 0) throw new DataError('readTable', `file ${describeValue(name)}`, 'hold at least one byte', 0)
    return await use({ handle, name, size, kind: await kindOf(handle, name) })
  } finally {
    await handle.close()
  }
}

async function openFile(path: string): Promise<{ size: number; handle: FileHandle }> {
  // Before opening: a pipe would keep `open` waiting, and a device may never end.
  const found = await stat(path)
  if (found.isDirectory()) throw rangeError('readTable', 'path', 'be a file, not a folder', endOf(path))
  if (!found.isFile()) throw rangeError('readTable', 'path', 'be a regular file, no pipe or device', endOf(path))
  return { size: found.size, handle: await open(path, 'r') }
}

/** The operating system's reason in the words of an argument error. */
function pathError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined || error instanceof TypeError) return error
  const rule =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? 'be the path of an existing file'
      : code === 'EACCES' || code === 'EPERM'
        ? 'be a file that may be read'
        : `be a file that can be opened (${code})`
  return rangeError('readTable', 'path', rule, endOf(path))
}

const LONGEST_PATH_SHOWN = 59

/** The end of a path, where its name is, short enough to be shown. */
function endOf(path: string): string {
  return path.length > LONGEST_PATH_SHOWN ? `…${path.slice(-LONGEST_PATH_SHOWN)}` : path
}

const PARQUET_EXTENSION = /\.(parquet|parq|pq)$/i

/** What the first bytes say, and where they say nothing, the name. */
async function kindOf(handle: FileHandle, name: string): Promise<'csv' | 'parquet'> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
  const magic = buffer.toString('latin1', 0, bytesRead)
  if (magic === 'PAR1') return 'parquet'
  const wrong = (rule: string) => new DataError('readTable', `file ${describeValue(name)}`, rule, magic)
  if (magic === 'PARE') throw wrong('be Parquet without encryption')
  if (magic === 'PK\x03\x04') throw wrong('be CSV or Parquet (save a workbook as CSV, unpack an archive)')
  if (magic.startsWith('\x1f\x8b')) throw wrong('be CSV or Parquet (unpack it first)')
  if (PARQUET_EXTENSION.test(name)) throw wrong('begin with PAR1 as Parquet files do')
  return 'csv'
}
