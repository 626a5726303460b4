import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../../../shared/', import.meta.url)

/** Whether real data and reference values lie beside the project; tests that need them are skipped otherwise. */
export const hasShared = existsSync(new URL('reference/README.md', folder))

/**
 * Path of a file of real data or reference values, read in place.
 * @throws Error that names the file when it is missing
 * @example sharedFile('data/cdnow/CDNOW_sample.txt')
 */
export function sharedFile(name: string): string {
  const path = fileURLToPath(new URL(name, folder))
  if (!existsSync(path)) throw new Error(`sharedFile: name must be a file in ../shared, got "${name}" (no ${path})`)
  return path
}

/** Expected values that trusted implementations computed, by the file's name: `reference('online-retail-ii')`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape differs from file to file
export function reference(name: string): any {
  return JSON.parse(readFileSync(sharedFile(`reference/${name}.json`), 'utf8'))
}
