// Run in a package's folder: compiles assembly/index.ts, and the index.ts of each folder in assembly/ as a module of its own, to
// WebAssembly, for memory of one thread and for shared memory, and bundles src/pool/worker-program.ts where there is one; all
// become text in src/generated/, so that nothing is fetched or read from disk at run time.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const LONGEST_MEMORY = '65536'
const common = ['-O3', '--noAssert', '--enable', 'simd', '--importMemory', '--runtime', 'stub']
const shared = ['--enable', 'threads', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', LONGEST_MEMORY]

mkdirSync('src/generated', { recursive: true })
if (existsSync('assembly/index.ts')) compileKernels('assembly/index.ts', 'kernels')
for (const folder of foldersIn('assembly')) compileKernels(`assembly/${folder}/index.ts`, `${folder}-kernels`)
if (existsSync('src/pool/worker-program.ts')) await bundleWorkerProgram()

/** @param {string} path */
function foldersIn(path) {
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}

/**
 * @param {string} source
 * @param {string} name
 */
function compileKernels(source, name) {
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'))
  try {
    write(name, [
      ['wasm', compile(source, join(folder, 'plain.wasm'), common)],
      ['sharedWasm', compile(source, join(folder, 'shared.wasm'), [...common, ...shared])],
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Runs the compiler as a program of its own: importing it would bring AssemblyScript's global types into the type check.
 * @param {string} source
 * @param {string} outFile
 * @param {string[]} options
 */
function compile(source, outFile, options) {
  const compiler = fileURLToPath(new URL('../../../node_modules/assemblyscript/bin/asc.js', import.meta.url))
  execFileSync(process.execPath, [compiler, source, '--outFile', outFile, ...options], {
    stdio: 'inherit',
  })
  return readFileSync(outFile).toString('base64')
}

async function bundleWorkerProgram() {
  const { outputFiles } = await build({
    entryPoints: ['src/pool/worker-program.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  write(
    'worker-program',
    outputFiles.map(({ text }) => ['workerProgram', text]),
  )
}

/** @param {string} name @param {[string, string][]} constants */
function write(name, constants) {
  const lines = constants.map(([constant, text]) => `export const ${constant} = ${JSON.stringify(text)}\n`)
  writeFileSync(`src/generated/${name}.ts`, lines.join(''))
}
