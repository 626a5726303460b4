import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'compute-'))
afterAll(() => rmSync(folder, { recursive: true }))

const programs = ['many-calls', 'idle-pool', 'busy-pool']
beforeAll(() =>
  build({
    entryPoints: programs.map((name) => path(`programs/${name}.ts`)),
    alias: { '@clientele/compute': path('../src/index.ts'), '@clientele/core': path('../../core/src/index.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
  }),
)

/** What a program prints; fails when it does not end by itself. */
function output(name: string): string {
  // A small young generation: by default it grows by steps of 16 MB, which would hide what calls leave behind.
  const args = ['--expose-gc', '--max-semi-space-size=1', join(folder, `${name}.mjs`)]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 50_000 })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

test('an idle pool does not keep Node alive', () => {
  expect(output('idle-pool')).toBe('worked\n')
})

test('a pool at work does', () => {
  expect(output('busy-pool')).toBe('worked\n')
})

test('ten thousand calls leave no growth in memory', () => {
  const { grown, used, arenaGrown } = JSON.parse(output('many-calls')) as Record<string, number>
  expect({ used, arenaGrown }).toEqual({ used: 0, arenaGrown: 0 })
  // 400 bytes a call: one that left one of its matrices behind would leave ten times as much.
  expect(grown).toBeLessThan(4e6)
})
