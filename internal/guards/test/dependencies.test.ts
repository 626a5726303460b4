import { expect, test } from 'vitest'
import { markdownTable, quoted } from '../src/markdown-table.js'
import { examples, packages, read, type Package } from '../src/repository.js'

const workspaces: readonly Package[] = [...packages, ...examples]

test('every runtime dependency stands in ARCHITECTURE.md with its reason, and nothing else does', () => {
  const listed = markdownTable(read('ARCHITECTURE.md'), 'Runtime dependencies').map(([where, dependency, reason]) => {
    expect(reason, `the reason for ${dependency}`).not.toBe('')
    return `${quoted(where!)[0]} → ${quoted(dependency!)[0]}`
  })
  const declared = workspaces.flatMap(({ name, manifest }) =>
    Object.keys(manifest.dependencies ?? {})
      .filter((dependency) => !dependency.startsWith('@clientele/'))
      .map((dependency) => `${name} → ${dependency}`),
  )
  expect(listed.sort()).toEqual(declared.sort())
})

test('every version is pinned exactly', () => {
  const top = JSON.parse(read('package.json')) as Package['manifest']
  const loose = [...workspaces.map(({ manifest }) => manifest), top].flatMap(
    ({ name, dependencies, devDependencies }) =>
      Object.entries({ ...dependencies, ...(devDependencies as Record<string, string> | undefined) })
        .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
        .map(([dependency, version]) => `${name}: ${dependency} ${version}`),
  )
  expect(loose).toEqual([])
})
