import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { packages, read, root, sourceFiles } from '../src/repository.js'

test.each(packages)('no source file of $name is longer than 250 lines', ({ folder }) => {
  const long = sourceFiles(`${folder}/src`).filter((file) => read(file).trimEnd().split('\n').length > 250)
  expect(long).toEqual([])
})

test.each(packages)('every source file of $name that does something has a test of its name', ({ folder }) => {
  const untested = sourceFiles(`${folder}/src`)
    .filter((file) => !file.endsWith('/src/index.ts') && runs(file))
    .map((file) => file.replace('/src/', '/test/').replace(/\.ts$/, '.test.ts'))
    .filter((file) => !existsSync(join(root, file)))
  expect(untested).toEqual([])
})

describe.each(packages.filter(({ folder }) => existsSync(join(root, folder, 'assembly'))))('$name', ({ folder }) => {
  test('has a twin in plain TypeScript for every file of kernels', () => {
    const kernels = sourceFiles(`${folder}/assembly`).filter((file) => !file.endsWith('/index.ts'))
    const twins = kernels.map((file) => file.replace('/assembly/', '/src/kernels/'))
    expect(twins.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})

/** Whether anything is left of a file once its types are gone. */
function runs(file: string): boolean {
  if (file.endsWith('.d.ts')) return false
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true }
  return ts.transpile(read(file), options).trim() !== 'export {};'
}
