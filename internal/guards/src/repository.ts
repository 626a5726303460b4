import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What the guards read of a package.json. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly license?: string
  readonly sideEffects?: boolean
  readonly engines?: { readonly node?: string }
  readonly keywords?: readonly string[]
  readonly files?: readonly string[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

/** A published package: the name of its folder, the folder, what it declares. */
export interface Package {
  readonly name: string
  readonly folder: string
  readonly manifest: Manifest
}

/** All published packages, by name. */
export const packages: readonly Package[] = foldersIn('packages').map((folder) => workspace(folder))

/** The programs beside them, which declare what they need in the same way. */
export const examples: readonly Package[] = foldersIn('examples').map((folder) => workspace(folder))

function workspace(folder: string): Package {
  const manifest = JSON.parse(read(`${folder}/package.json`)) as Manifest
  return { name: folder.slice(folder.indexOf('/') + 1), folder, manifest }
}

/** Text of a file, by its path in the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Paths of the TypeScript files below a folder of the repository, but for those that the build writes. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
    .sort()
}

function foldersIn(parent: string): string[] {
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .sort()
}
