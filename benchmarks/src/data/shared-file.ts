import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Path of a file of real data, which lies in a folder `shared` beside the project and is read in place.
 * @throws Error that names the file when no folder above this one has it
 */
export function sharedFile(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (folder !== dirname(folder)) {
    folder = dirname(folder)
    const path = join(folder, 'shared', name)
    if (existsSync(path)) return path
  }
  throw new Error(`sharedFile: name must be a file in a folder "shared" beside the project, got "${name}"`)
}
