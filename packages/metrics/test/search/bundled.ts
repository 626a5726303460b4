import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { onTestFinished } from 'vitest'

const source = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** A module of the tests as JavaScript in one file, for workers and processes that read no TypeScript; gone after the test. */
export async function bundled(name: string): Promise<URL> {
  const folder = mkdtempSync(join(tmpdir(), 'search-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const outfile = join(folder, name.replace(/ts$/, 'mjs'))
  await build({
    entryPoints: [source(name)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    alias: {
      '@clientele/core': source('../../../core/src/index.ts'),
      '@clientele/io': source('../../../io/src/index.ts'),
    },
  })
  return pathToFileURL(outfile)
}
