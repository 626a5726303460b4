import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readmeModule } from '@clientele/testing'
import ts from 'typescript'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { examples as programs, packages, read, root } from '../src/repository.js'

const written = join(root, 'build/readme')
const pages = ['README.md', ...[...packages, ...programs].map(({ folder }) => `${folder}/README.md`)]
const examples = pages
  .filter((page) => existsSync(join(root, page)))
  .flatMap((page) => {
    const code = readmeModule(read(page))
    return code === undefined
      ? []
      : [{ page, code, file: join(written, page.replaceAll('/', '-').replace('.md', '.ts')) }]
  })

mkdirSync(written, { recursive: true })
for (const { code, file } of examples) writeFileSync(file, code)
afterAll(() => rmSync(written, { recursive: true }))

/** What an example writes, it writes here; what it prints is for the reader of the page. */
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'))
  process.chdir(folder)
  for (const print of ['log', 'table', 'error'] as const) vi.spyOn(console, print).mockReturnValue()
})
afterEach(() => {
  vi.restoreAllMocks()
  process.chdir(root)
  rmSync(folder, { recursive: true })
})

test.each(examples)('the examples of $page run', async ({ file }) => {
  await import(file)
})

test('the examples have no type errors', () => {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)).config as object
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, files: examples.map(({ file }) => file), include: [] },
    ts.sys,
    root,
  )
  const program = ts.createProgram(
    examples.map(({ file }) => file),
    { ...options, noUnusedLocals: false },
  )
  const problems = examples.flatMap(({ file }) => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
  })
  expect(
    problems.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  ).toEqual([])
})

test('every package shows an example', () => {
  const shown = examples.map(({ page }) => page)
  expect(packages.map((each) => `${each.folder}/README.md`).filter((page) => !shown.includes(page))).toEqual([])
})
