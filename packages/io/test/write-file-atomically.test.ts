import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { writeFileAtomically } from '../src/index.js'
import { temporaryFolder } from './temporary-folder.js'

const top = temporaryFolder()
let folder = ''
let path = ''
let count = 0
beforeEach(() => {
  folder = join(top.path, String(count++))
  mkdirSync(folder)
  path = join(folder, 'report.txt')
})

test('text, bytes and pieces of both are written', async () => {
  await writeFileAtomically(path, 'text ü')
  expect(readFileSync(path, 'utf8')).toBe('text ü')
  await writeFileAtomically(path, Uint8Array.of(104, 105))
  expect(readFileSync(path, 'utf8')).toBe('hi')
  async function* pieces() {
    yield await Promise.resolve('a')
    yield Uint8Array.of(98)
  }
  await writeFileAtomically(path, pieces())
  expect(readFileSync(path, 'utf8')).toBe('ab')
  expect(readdirSync(folder)).toEqual(['report.txt'])
})

test('while it is written, the old file is there as it was', async () => {
  await writeFileAtomically(path, 'old')
  function* pieces() {
    yield 'new'
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['report.txt', expect.stringMatching(/^report\.txt\.tmp-[0-9a-f]{12}$/)])
    yield 'er'
  }
  await writeFileAtomically(path, pieces())
  expect(readFileSync(path, 'utf8')).toBe('newer')
})

test('when the pieces fail, the old file stays and nothing else', async () => {
  await writeFileAtomically(path, 'old')
  function* pieces() {
    yield 'new'
    throw new Error('no more')
  }
  await expect(writeFileAtomically(path, pieces())).rejects.toThrow('no more')
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['report.txt'])
})

test('when it is aborted, nothing is left', async () => {
  const abort = new AbortController()
  const reason = new Error('enough')
  function* pieces() {
    yield 'a'
    abort.abort(reason)
    yield 'b'
  }
  await expect(writeFileAtomically(path, pieces(), { signal: abort.signal })).rejects.toBe(reason)
  await expect(writeFileAtomically(path, 'x', { signal: abort.signal })).rejects.toBe(reason)
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that is not there, and a folder in place of the file, are named', async () => {
  const lost = join(folder, 'no', 'x')
  await expect(writeFileAtomically(lost, '')).rejects.toThrow('writeFileAtomically: path must be in an existing folder')
  mkdirSync(path)
  await expect(writeFileAtomically(path, '')).rejects.toThrow('writeFileAtomically: path must be a file, not a folder')
  await expect(writeFileAtomically('', '')).rejects.toThrow(
    'writeFileAtomically: path must be the path of a file, got ""',
  )
  expect(readdirSync(folder)).toEqual(['report.txt'])
})
