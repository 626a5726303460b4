import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packages, read, root, type Manifest } from '../src/repository.js'

const entry = {
  '.': {
    import: { types: './dist/index.d.ts', default: './dist/index.js' },
    require: { types: './dist/index.d.cts', default: './dist/index.cjs' },
  },
  './package.json': './package.json',
}

test.each(packages)('$name publishes ESM, CommonJS and types, free of side effects, for Node 20.19', ({ manifest }) => {
  expect(manifest).toMatchObject({
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: entry,
    files: ['dist'],
    publishConfig: { access: 'public' },
  })
  expect(manifest.private).toBeUndefined()
  expect(manifest.keywords).not.toHaveLength(0)
})

test.each(packages)('$name is named after its folder and has a README', ({ name, folder, manifest }) => {
  expect(manifest.name).toBe(`@clientele/${name}`)
  expect(existsSync(join(root, folder, 'README.md'))).toBe(true)
})

test.each(packages)('$name carries the license with it', ({ folder }) => {
  expect(read(`${folder}/LICENSE`)).toBe(read('LICENSE'))
})

test('all packages share one version below 1.0 and depend on one another at that version', () => {
  const versions = new Set(packages.flatMap(({ manifest }) => [manifest.version, ...internalVersions(manifest)]))
  expect([...versions]).toEqual([expect.stringMatching(/^0\./)])
})

function internalVersions({ dependencies = {} }: Manifest): string[] {
  return Object.keys(dependencies)
    .filter((name) => name.startsWith('@clientele/'))
    .map((name) => dependencies[name]!)
}
