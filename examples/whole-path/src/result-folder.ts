import { constants, renameSync } from 'node:fs'
import { access, mkdir, mkdtemp, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from './usage-error.js'

/**
 * Refuses a folder that files of these names cannot be written to, before anything has been computed. Writes nothing.
 * @throws UsageError that says why
 */
export async function checkResultFolder(folder: string, names: readonly string[]): Promise<void> {
  let existing = resolve(folder)
  while ((await kindOf(existing)) === 'nothing') existing = dirname(existing)
  if ((await kindOf(existing)) === 'file') throw unusable(folder, `${JSON.stringify(existing)} is a file`)
  await access(existing, constants.W_OK).catch(() => {
    throw unusable(folder, `${JSON.stringify(existing)} may not be written to`)
  })
  for (const name of names) {
    if ((await kindOf(join(folder, name))) === 'folder') throw unusable(folder, `it holds a folder called ${name}`)
  }
}

async function kindOf(path: string): Promise<'nothing' | 'folder' | 'file'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}

function unusable(folder: string, reason: string): UsageError {
  return new UsageError(`--out must be a folder that can be written to (${reason}), got ${JSON.stringify(folder)}`)
}

/**
 * Fills a folder with files all at once: `write` makes them in a temporary folder beside, and only when it has ended well they
 * are moved, without a moment in between at which the run could be interrupted. Otherwise everything is as it was before.
 * @param write gets the temporary folder and writes all `names` there
 */
export async function fillFolder(
  folder: string,
  names: readonly string[],
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const made = await makeFolders(resolve(folder))
  const temporary = await mkdtemp(join(folder, '.results-'))
  try {
    await write(temporary)
    for (const name of names) renameSync(join(temporary, name), join(folder, name))
  } catch (error) {
    await rm(temporary, { recursive: true })
    for (const each of made.reverse()) await rmdir(each)
    throw error
  }
  await rmdir(temporary)
}

/** Makes a folder and those above it that are missing; those it made, the highest first. */
async function makeFolders(folder: string): Promise<string[]> {
  if ((await kindOf(folder)) !== 'nothing') return []
  const above = await makeFolders(dirname(folder))
  await mkdir(folder)
  return [...above, folder]
}
