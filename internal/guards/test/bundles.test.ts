import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build as esbuild, type BuildOptions } from 'esbuild'
import { chromium as playwright, type Browser } from 'playwright'
import { build as vite } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium, chromiumFlags } from '../../tasks/src/chromium.js'
import { root } from '../src/repository.js'

const PROGRAM = `
  async function work() {
    const square = { rows: 64, columns: 64, values: Float32Array.from({ length: 4096 }, (_, i) => i % 7) }
    const pool = openPool({ workers: 2 })
    const { values } = await multiplyAsync(square, square, { pool })
    const { workers } = pool
    await pool.close()
    return { workers, sum: values.reduce((sum, value) => sum + value, 0) }
  }
  const result = work()
`
const NAMES = '{ multiplyAsync, openPool }'
const PRINT = 'result.then((found) => console.log(JSON.stringify(found)))'
const SHOW =
  'result.catch((error) => ({ error: error.message })).then((found) => { document.title = JSON.stringify(found) })'

/** The sum of the product, by the plain triple loop. */
const SUM = Array.from({ length: 64 }, (_, k) => k).reduce((total, k) => {
  const column = Array.from({ length: 64 }, (_, r) => (64 * r + k) % 7).reduce((sum, value) => sum + value)
  const row = Array.from({ length: 64 }, (_, c) => (64 * k + c) % 7).reduce((sum, value) => sum + value)
  return total + column * row
}, 0)

// Inside the repository, so that packages are found as any user's program finds them: in node_modules, as built.
mkdirSync(join(root, 'build'), { recursive: true })
const folder = mkdtempSync(join(root, 'build/bundles-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  expect(existsSync(join(root, 'packages/compute/dist/index.js')), 'built files; `npm run build` writes them').toBe(
    true,
  )
  writeFileSync(join(folder, 'plain.mjs'), `import ${NAMES} from '@clientele/compute'\n${PROGRAM}${PRINT}`)
  writeFileSync(join(folder, 'plain.cjs'), `const ${NAMES} = require('@clientele/compute')\n${PROGRAM}${PRINT}`)
  writeFileSync(join(folder, 'page.mjs'), `import ${NAMES} from '@clientele/compute'\n${PROGRAM}${SHOW}`)
})

async function bundled(entry: string, options: BuildOptions, name: string): Promise<string> {
  const outfile = join(folder, name)
  await esbuild({ entryPoints: [join(folder, entry)], outfile, bundle: true, ...options })
  return outfile
}

async function bundledByVite(entry: string, ssr: boolean, name: string): Promise<string> {
  await vite({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    ...(ssr && { ssr: { noExternal: true } }),
    build: {
      outDir: join(folder, 'vite'),
      emptyOutDir: false,
      minify: true,
      ...(ssr ? { ssr: join(folder, entry) } : {}),
      rolldownOptions: { input: join(folder, entry), output: { entryFileNames: name } },
    },
  })
  return join(folder, 'vite', name)
}

describe('a program with a pool of workers runs in Node', () => {
  test.each([
    ['as ESM', () => join(folder, 'plain.mjs')],
    ['as CommonJS', () => join(folder, 'plain.cjs')],
    ['bundled by esbuild as ESM', () => bundled('plain.mjs', { platform: 'node', format: 'esm' }, 'esm.mjs')],
    ['bundled by esbuild as CommonJS', () => bundled('plain.cjs', { platform: 'node', format: 'cjs' }, 'cjs.cjs')],
    ['bundled by esbuild for browsers', () => bundled('plain.mjs', { minify: true, format: 'esm' }, 'browser.mjs')],
    ['bundled by Vite for servers', () => bundledByVite('plain.mjs', true, 'server.mjs')],
    ['bundled by Vite for browsers', () => bundledByVite('plain.mjs', false, 'client.mjs')],
  ])('%s', async (_, file) => {
    const printed = execFileSync(process.execPath, [await file()], { encoding: 'utf8', timeout: 30_000 })
    expect(JSON.parse(printed)).toEqual({ workers: 2, sum: SUM })
  })
})

describe.skipIf(chromium === undefined)('a program with a pool of workers runs in Chromium', () => {
  let browser: Browser
  let server: Server
  const scripts = new Map<string, string>()
  beforeAll(async () => {
    const pages = [
      ['/esbuild.js', await bundled('page.mjs', { minify: true, format: 'iife' }, 'page.js')],
      ['/vite.js', await bundledByVite('page.mjs', false, 'page.mjs')],
    ] as const
    for (const [name, file] of pages) scripts.set(name, readFileSync(file, 'utf8'))
    server = createServer(({ url = '' }, response) => {
      const { pathname, searchParams } = new URL(url, 'http://localhost')
      const script = scripts.get(pathname)
      response.setHeader('Content-Type', script === undefined ? 'text/html' : 'text/javascript')
      for (const [name, value] of searchParams) response.setHeader(name, value)
      response.end(script ?? `<!doctype html><script type="module" src="${pathname.slice(1)}.js"></script>`)
    }).listen(0, 'localhost')
    browser = await playwright.launch({ executablePath: chromium!, args: chromiumFlags })
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })

  /** What a page finds that is served with some headers. */
  async function found(name: string, headers: Record<string, string>): Promise<unknown> {
    const page = await browser.newPage()
    const { port } = server.address() as AddressInfo
    await page.goto(`http://localhost:${port}/${name}?${new URLSearchParams(headers).toString()}`)
    // A title, because a content security policy may forbid to evaluate anything in the page.
    await expect.poll(() => page.title(), { timeout: 30_000 }).not.toBe('')
    const value: unknown = JSON.parse(await page.title())
    await page.close()
    return value
  }

  const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
  const policy = (scripts: string, workers = '') => ({
    'Content-Security-Policy': `script-src 'self' ${scripts}; ${workers}`,
  })

  describe.each(['esbuild', 'vite'])('bundled by %s', (name) => {
    test('in a page that is cross-origin isolated, with as many workers as it wants', async () => {
      expect(await found(name, isolation)).toEqual({ workers: 2, sum: SUM })
    })

    test('in a page that is not, with one worker', async () => {
      expect(await found(name, {})).toEqual({ workers: 1, sum: SUM })
    })

    test('under a content security policy that allows WebAssembly and workers from blob: addresses', async () => {
      const headers = { ...isolation, ...policy("'wasm-unsafe-eval'", 'worker-src blob:') }
      expect(await found(name, headers)).toEqual({ workers: 2, sum: SUM })
    })
  })

  test('where the policy forbids WebAssembly, without workers', async () => {
    expect(await found('esbuild', policy('', 'worker-src blob:'))).toEqual({ workers: 0, sum: SUM })
  })

  test('where it forbids such workers, it is told so', async () => {
    expect(await found('esbuild', policy("'wasm-unsafe-eval'"))).toEqual({
      error: expect.stringMatching(/^packRightF32: worker must stay alive until the work is done, got .*blob:/),
    })
  })
})
