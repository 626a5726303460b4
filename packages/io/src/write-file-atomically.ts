import { randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { rangeError, typeError } from '@clientele/core'

/** What a file is written from: all at once, or pieces that come one after another. */
export type FileContents = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** How a file is written. */
export interface WriteOptions {
  /** Ends the writing between two pieces: the promise rejects with its reason, and nothing is left behind. */
  readonly signal?: AbortSignal
}

/**
 * Writes a file so that it is either there as a whole or not at all.
 *
 * The contents go to a temporary name in the same folder (`report.csv.tmp-…`), are flushed to the disk and only then renamed
 * to `path`, over a file that may be there. When writing fails or is aborted, the temporary file is removed and the old file
 * is as it was. Pieces are written as they come, so a large file need not be in memory.
 * @throws RangeError when the folder does not exist or `path` is a folder; the reason of `signal` when it aborts; the
 *   system's error when the disk is full or may not be written
 * @example
 * await writeFileAtomically('out/segments.csv', csvText(segments))
 */
export async function writeFileAtomically(
  path: string,
  contents: FileContents,
  { signal }: WriteOptions = {},
): Promise<void> {
  if (typeof path !== 'string' || basename(path) === '') {
    throw typeError('writeFileAtomically', 'path', 'be the path of a file', path)
  }
  signal?.throwIfAborted()
  const temporary = join(dirname(path), `${basename(path)}.tmp-${randomBytes(6).toString('hex')}`)
  const handle = await open(temporary, 'wx').catch((error: unknown) => {
    throw isCode(error, 'ENOENT') ? rangeError('writeFileAtomically', 'path', 'be in an existing folder', path) : error
  })
  try {
    await writeAll(handle, contents, signal).finally(() => handle.close())
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw isCode(error, 'EISDIR') ? rangeError('writeFileAtomically', 'path', 'be a file, not a folder', path) : error
  }
}

async function writeAll(handle: FileHandle, contents: FileContents, signal: AbortSignal | undefined): Promise<void> {
  const pieces = typeof contents === 'string' || contents instanceof Uint8Array ? [contents] : contents
  for await (const piece of pieces) {
    // Without a position each piece goes behind the one before.
    await handle.appendFile(piece)
    signal?.throwIfAborted()
  }
  await handle.sync()
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code
}
