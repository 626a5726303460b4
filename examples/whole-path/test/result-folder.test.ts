import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkResultFolder, fillFolder } from '../src/result-folder.js'
import { temporaryFolder } from './command.js'

const root = temporaryFolder()
const NAMES = ['a.csv', 'b.csv']

/** Writes the files, or fails after the first. */
const writer =
  (text: string, fails = false) =>
  async (temporary: string) => {
    await writeFile(join(temporary, 'a.csv'), text)
    if (fails) throw new Error('disk full')
    await writeFile(join(temporary, 'b.csv'), text)
  }

describe('filling a folder', () => {
  test('makes it, and those above it, and leaves nothing but the files', async () => {
    const folder = join(root, 'new', 'deep')
    await fillFolder(folder, NAMES, writer('text'))
    expect(readdirSync(folder)).toEqual(NAMES)
    expect(readFileSync(join(folder, 'b.csv'), 'utf8')).toBe('text')
  })

  test('replaces earlier files and leaves others', async () => {
    const folder = join(root, 'used')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.csv'), 'old')
    writeFileSync(join(folder, 'notes.txt'), 'mine')
    await fillFolder(folder, NAMES, writer('new'))
    expect(readdirSync(folder)).toEqual([...NAMES, 'notes.txt'])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new')
  })

  test('that fails leaves earlier files as they were', async () => {
    const folder = join(root, 'kept')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.csv'), 'old')
    await expect(fillFolder(folder, NAMES, writer('new', true))).rejects.toThrow('disk full')
    expect(readdirSync(folder)).toEqual(['a.csv'])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old')
  })

  test('that fails removes the folders it made, and only those', async () => {
    mkdirSync(join(root, 'there'))
    await expect(fillFolder(join(root, 'there', 'x', 'y'), NAMES, writer('new', true))).rejects.toThrow('disk full')
    expect(existsSync(join(root, 'there'))).toBe(true)
    expect(readdirSync(join(root, 'there'))).toEqual([])
  })
})

describe('a folder for results', () => {
  test('may be missing, with missing folders above it', async () => {
    await checkResultFolder(join(root, 'p', 'q', 'r'), NAMES)
    expect(existsSync(join(root, 'p'))).toBe(false)
  })

  test('must not be a file or lie below one', async () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    await expect(checkResultFolder(file, NAMES)).rejects.toThrow(`("${file}" is a file), got "${file}"`)
    await expect(checkResultFolder(join(file, 'x'), NAMES)).rejects.toThrow(`("${file}" is a file)`)
  })

  test('must not hold a folder in the place of a file', async () => {
    mkdirSync(join(root, 'taken', 'b.csv'), { recursive: true })
    await expect(checkResultFolder(join(root, 'taken'), NAMES)).rejects.toThrow('it holds a folder called b.csv')
  })
})
