import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { fileLog } from '../src/index.js'
import { temporaryFolder } from './temporary-folder.js'

const folder = temporaryFolder()
const file = (name: string) => join(folder.path, name)

test('lines come behind one another, whatever was there before', async () => {
  const log = fileLog(file('plain.log'))
  expect(await log.read()).toBe('')
  await log.append('first ü\n')
  await fileLog(file('plain.log')).append('second\n')
  expect(await log.read()).toBe('first ü\nsecond\n')
})

test('what a killed process had appended is there', async () => {
  const program = file('append.mjs')
  const log = file('killed.log')
  const source = fileURLToPath(new URL('../src/file-log.ts', import.meta.url))
  const core = fileURLToPath(new URL('../../core/src/index.ts', import.meta.url))
  await build({
    stdin: {
      contents: `import { fileLog } from ${JSON.stringify(source)}
        const log = fileLog(process.argv[2])
        for (let i = 0; ; i++) { await log.append(i + '\\n'); console.log(i) }`,
      resolveDir: folder.path,
    },
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: { '@clientele/core': core },
  })
  const child = spawn(process.execPath, [program, log], { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (data) => {
    printed += String(data)
    if (printed.split('\n').length > 20) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.on('close', resolve))
  const told = printed.split('\n').slice(0, -1)
  expect(told.length).toBeGreaterThan(19)
  expect(readFileSync(log, 'utf8').split('\n').slice(0, told.length)).toEqual(told)
})

test('names what is wrong', async () => {
  expect(() => fileLog('')).toThrow(new TypeError('fileLog: path must be the path of a file, got ""'))
  expect(() => fileLog(5 as never)).toThrow('fileLog: path must be the path of a file, got 5')
  const missing = file('missing/search.log')
  await expect(fileLog(missing).append('x')).rejects.toThrow('fileLog: path must be in an existing folder')
  expect(await fileLog(missing).read()).toBe('')
  await expect(fileLog(folder.path).append('x')).rejects.toThrow('fileLog: path must be a file, not a folder')
  await expect(fileLog(folder.path).read()).rejects.toThrow('fileLog: path must be a file, not a folder')
})
