import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder of its own for the tests of a file, gone when they are done. */
export interface TemporaryFolder {
  readonly path: string
  /** Writes a file into the folder and returns its path. */
  write(name: string, contents: string | Uint8Array): string
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'clientele-io-'))
  afterAll(() => rmSync(path, { recursive: true }))
  return {
    path,
    write(name, contents) {
      const file = join(path, name)
      writeFileSync(file, contents)
      return file
    },
  }
}
