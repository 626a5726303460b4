import { appendFile, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { rangeError, typeError } from '@clientele/core'

/** A file that text is only ever added to. */
export interface FileLog {
  /** All text so far; empty when there is no file yet. */
  read(): Promise<string>
  /** Adds a line, its line break included, at the end; once it resolves the line is on the disk. */
  append(line: string): Promise<void>
}

/**
 * A log in a file, as the parameter search of `@clientele/metrics` keeps it: what was appended survives a kill of the process
 * and a loss of power. A kill within an append may leave a piece of that line.
 *
 * The file is made by the first append. Nothing is held open between two of them; each takes about a millisecond.
 * @throws TypeError when `path` is not the path of a file; `read` and `append` reject with a RangeError when the folder does not
 *   exist or `path` is a folder, and with the system's error when the disk is full or may not be used
 * @example
 * const log = fileLog('search.log')
 * await log.append('first\n')
 * await log.read() // 'first\n'
 */
export function fileLog(path: string): FileLog {
  if (typeof path !== 'string' || basename(path) === '') {
    throw typeError('fileLog', 'path', 'be the path of a file', path)
  }
  return {
    read: () =>
      readFile(path, 'utf8').catch((error: unknown) => {
        if (isCode(error, 'ENOENT')) return ''
        throw readable(error, path)
      }),
    append: (line) =>
      appendFile(path, line, { flush: true }).catch((error: unknown) => {
        throw readable(error, path)
      }),
  }
}

function readable(error: unknown, path: string): unknown {
  if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR'))
    return rangeError('fileLog', 'path', 'be in an existing folder', path)
  return isCode(error, 'EISDIR') ? rangeError('fileLog', 'path', 'be a file, not a folder', path) : error
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code
}
