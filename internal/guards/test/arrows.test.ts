import { isBuiltin } from 'node:module'
import { describe, expect, test } from 'vitest'
import { outsideImports } from '../src/imports.js'
import { markdownTable, quoted } from '../src/markdown-table.js'
import { packages, read } from '../src/repository.js'

/** Package → packages it may import, as ARCHITECTURE.md says. */
const allowed = new Map(
  markdownTable(read('ARCHITECTURE.md'), 'Packages and arrows').map(([name, , targets]) => [
    quoted(name!)[0]!,
    targets === '–' ? [] : targets!.split(', '),
  ]),
)
const NODE_ONLY = ['io']

test('the table of packages lists the packages there are', () => {
  expect([...allowed.keys()].sort()).toEqual(packages.map(({ name }) => name))
})

describe.each(packages)('$name', ({ name, folder, manifest }) => {
  const imports = outsideImports(`${folder}/src`)

  test('imports only the packages it may, types included', () => {
    const forbidden = imports.filter(({ source }) => {
      const [, target] = /^@clientele\/([^/]+)/.exec(source) ?? []
      return target !== undefined && !allowed.get(name)?.includes(target)
    })
    expect(forbidden).toEqual([])
  })

  test('depends only on the packages it may import', () => {
    const own = Object.keys(manifest.dependencies ?? {}).filter((each) => each.startsWith('@clientele/'))
    const targets = allowed.get(name)?.map((target) => `@clientele/${target}`) ?? []
    expect(own.filter((each) => !targets.includes(each))).toEqual([])
  })
})

test.each(packages.filter(({ name }) => !NODE_ONLY.includes(name)))(
  '$name imports nothing that only Node has',
  (each) => {
    expect(outsideImports(`${each.folder}/src`).filter(({ source }) => isBuiltin(source))).toEqual([])
  },
)
